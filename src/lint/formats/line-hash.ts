/** How many characters, blanks left out, GitHub looks at from the beginning of a line on. */
const window = 100;
const factor = 37n;
const mask = 0xffff_ffff_ffff_ffffn;
/** What stands behind the last character. */
const end = 0xffff;

/**
 * GitHub's fingerprint of each line (`primaryLocationLineHash`, docs/lab-notes.md#fingerprints-on-github): a polynomial of the
 * characters from its beginning on, and how many lines up to it have the same. What uploads for GitHub works it out as well, and
 * warns where a file says another one.
 */
export function lineHashes(text: string): readonly string[] {
  const codes = [...codesOf(text), end];
  const seen = new Map<string, number>();
  return startsOf(codes).map(start => {
    const value = hashAt(codes, start);
    const count = (seen.get(value) ?? 0) + 1;
    seen.set(value, count);
    return `${value}:${count}`;
  });
}

const newline = 10;

/** Without blanks; each end of a line is one character. */
function codesOf(text: string): number[] {
  const codes: number[] = [];
  const plain = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[ \t]/g, '');
  for (let at = 0; at < plain.length; at++) codes.push(plain.charCodeAt(at));
  return codes;
}

function startsOf(codes: readonly number[]): number[] {
  const starts = [0];
  codes.forEach((code, at) => {
    if (code === newline) starts.push(at + 1);
  });
  return starts;
}

function hashAt(codes: readonly number[], start: number): string {
  let value = 0n;
  for (let at = start; at < start + window; at++) value = (value * factor + BigInt(codes[at] ?? 0)) & mask;
  return value.toString(16);
}
