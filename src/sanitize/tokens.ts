/** What a stretch of text may be that tells of somebody. */
export type TokenKind =
  | 'escape'
  | 'mac'
  | 'ipv6'
  | 'range'
  | 'ipv4'
  | 'bytes'
  | 'hex'
  | 'opaque'
  | 'phone'
  | 'word';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const quad = String.raw`(?:\d{1,3}\.){3}\d{1,3}`;

/** In the order in which they are tried. An escape is no part of the word behind it. */
const forms: readonly (readonly [TokenKind, string])[] = [
  ['bytes', String.raw`(?:\\[0-9A-F]{2})+`],
  ['escape', String.raw`\\+(?:[nrtabfv_]|[^\p{L}\p{N}])?`],
  ['mac', `(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}(?![0-9A-Fa-f:])`],
  ['ipv6', String.raw`(?<![\w:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:\/\d{1,3})?(?![\w:])`],
  ['range', String.raw`(?<![\w.])${quad}-${quad}(?![\w.])`],
  ['ipv4', String.raw`(?<![\d.])${quad}(?:\/\d{1,2}(?!\d))?(?!\d|\.\d)`],
  // The token of a messenger's robot: its number and its secret.
  ['opaque', String.raw`\b\d{5,}:[A-Za-z\d_-]{10,}`],
  ['hex', String.raw`\b0x[0-9A-Fa-f]{9,}\b`],
  ['opaque', String.raw`\b(?=[A-Za-z]*\d)(?=(?:\d+[A-Za-z]+|[A-Za-z]+\d+){2,}[A-Za-z\d]*\b)[A-Za-z\d]{6,}\b`],
  ['phone', String.raw`(?<![\w.:/-])\+?\d[\d -]{5,}\d(?![\w.:/-])`],
  ['word', String.raw`\p{L}[\p{L}\p{M}]*`],
];

const pattern = new RegExp(forms.map(([, form]) => `(${form})`).join('|'), 'gu');

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(pattern)].map(match => {
    const kind = forms.find((_, i) => match[i + 1] !== undefined)?.[0] ?? 'word';
    return { kind, start: match.index, end: match.index + match[0].length, text: match[0] };
  });
}
