import { type Ipv4, ipv4ToNumber, isIpv4, parseIpv6, printIpv4, printIpv6 } from '../net/index.ts';
import { publicResolvers } from '../rib/index.ts';
import { AddressMap, type SeenAddress } from './ipv4.ts';
import { Ipv6Map } from './ipv6.ts';
import { type Piece, rewrapped, unwrapped } from './logical.ts';
import { Keyed } from './prf.ts';
import { grammarOf, type Stretch, valuesOf } from './stated.ts';
import { type Token, tokensOf } from './tokens.ts';
import { hexDigits, sameShape, WordMap } from './words.ts';

/** A text in which nobody can be recognised, and what was done with it. */
export interface Sanitized {
  readonly text: string;
  /** Different ones that were replaced. */
  readonly replaced: {
    readonly addresses: number;
    readonly words: number;
    readonly secrets: number;
    readonly macs: number;
    /** Numbers of devices and people, and bytes. */
    readonly numbers: number;
  };
  /** What stands as it was, beside words that the grammar of RouterOS has there. */
  readonly kept: {
    /** Addresses that mean the same to everybody. */
    readonly addresses: readonly string[];
    /** Words of RouterOS and of the trade. */
    readonly words: readonly string[];
  };
}

/** Everybody knows whose they are. */
const wellKnown: readonly Ipv4[] = ['1.1.1.1', ...publicResolvers];

/** Their values are secrets; `public-key` tells of a device. */
const secret =
  /pass(?:word|phrase)|secret|(?:^|-)key(?:-\d)?$|^pin$|^psk$|private|^auth-id$|^(?:wpa|wep|static-key).*key|^token$/;
const notSecret =
  /^(?:key|.*-key-(?:type|size|usage|chain)|private-(?:key-format|algo)|.*-private-algo|pass-through)$/;

/** Where people write to people, or their provider names them: long numbers there are somebody's. */
const remark =
  /^(?:comment|note|contact|location|slave-name|name|log-prefix|user|username|login|email|to|from|subject|caller-id|number|phone.*)$/;

/** Pseudonyms for everything in a text that tells of somebody. The same key gives the same ones. `key`: 16 bytes. */
export function sanitize(text: string, file: string, key: Uint8Array): Sanitized {
  return new Sanitizer(text, file, new Keyed(key)).run();
}

class Sanitizer {
  readonly #written: string;
  readonly #file: string;
  readonly #key: Keyed;
  readonly #words: WordMap;
  readonly #replaced: Readonly<Record<Counted, Set<string>>> = {
    addresses: new Set(),
    secrets: new Set(),
    macs: new Set(),
    numbers: new Set(),
  };
  readonly #keptAddresses = new Set<string>();

  constructor(text: string, file: string, key: Keyed) {
    this.#written = text;
    this.#file = file;
    this.#key = key;
    this.#words = new WordMap(key);
  }

  run(): Sanitized {
    const logical = unwrapped(this.#written);
    const { text } = logical;
    const grammar = new Stretches(grammarOf(text, this.#file));
    const remarks = new Stretches([...valuesOf(text, remark), ...commentLines(text)].toSorted(inOrder));
    const secrets = valuesOf(text, secret).filter(one => this.#isSecret(text, one));
    const hidden = new Stretches(secrets.toSorted(inOrder));
    const tokens = tokensOf(text);
    const maps = this.#mapsFor(tokens);
    const pieces: Piece[] = [
      ...secrets.map(one => this.#secret(text, one)),
      ...[...deviceNumbers(text), ...chats(text)].map(one => this.#number(text, one)),
      ...[...models(text), ...directives(text)].map(one => ({
        ...one,
        text: text.slice(one.start, one.end),
      })),
    ];
    const taken = new Stretches(pieces.toSorted(inOrder));
    for (const token of tokens) {
      if (grammar.holds(token.start) || hidden.holds(token.start) || taken.holds(token.start)) continue;
      const made = this.#made(token, remarks.holds(token.start), maps);
      if (made !== undefined && made !== token.text) pieces.push({ ...token, text: made });
    }
    return this.#result(rewrapped(logical, pieces.toSorted(inOrder)));
  }

  #result(text: string): Sanitized {
    const { addresses, secrets, macs, numbers } = this.#replaced;
    return {
      text,
      replaced: {
        addresses: addresses.size,
        words: this.#words.replaced,
        secrets: secrets.size,
        macs: macs.size,
        numbers: numbers.size,
      },
      kept: { addresses: [...this.#keptAddresses].sort(), words: this.#words.kept },
    };
  }

  #mapsFor(tokens: readonly Token[]): Maps {
    const seen: SeenAddress[] = [];
    const seen6: { value: bigint; length: number }[] = [];
    const fixed = new Set(wellKnown.map(ipv4ToNumber));
    for (const { kind, text } of tokens) {
      if (kind === 'ipv4') seen.push(...seenIn(text));
      if (kind === 'range') seen.push(...seenInRange(text, fixed));
      const six = kind === 'ipv6' ? readIpv6(text) : undefined;
      if (six) seen6.push({ value: six.value, length: 128 }, { value: six.value, length: six.length });
    }
    return { v4: new AddressMap(this.#key, seen, fixed), v6: new Ipv6Map(this.#key, seen6) };
  }

  #made({ kind, text }: Token, isRemark: boolean, maps: Maps): string | undefined {
    switch (kind) {
      case 'word':
        return this.#words.pseudonym(text);
      case 'ipv4':
        return this.#ipv4(text, maps.v4);
      case 'range':
        return text
          .split('-')
          .map(end => this.#ipv4(end, maps.v4))
          .join('-');
      case 'ipv6':
        return this.#ipv6(text, maps.v6);
      case 'mac':
        return this.#mac(text);
      case 'hex':
        return this.#counted('numbers', text, `0x${hexDigits(this.#key, text.slice(2))}`);
      case 'opaque':
        return this.#counted('numbers', text, sameShape(this.#key, text));
      case 'phone':
        return isRemark && !isDate(text)
          ? this.#counted('numbers', text, sameShape(this.#key, text))
          : undefined;
      case 'bytes':
        return this.#bytes(text);
      case 'escape':
        return undefined;
    }
  }

  #counted(what: Counted, text: string, made: string): string {
    this.#replaced[what].add(text);
    return made;
  }

  #ipv4(text: string, map: AddressMap): string | undefined {
    const read = readIpv4(text);
    if (!read) return undefined;
    const { value, length, isNetwork, tail } = read;
    const made = printIpv4(map.pseudonym(value, isNetwork ? length : 32));
    if (map.isSpecial(value)) this.#keptAddresses.add(text);
    else this.#replaced.addresses.add(text);
    return `${made}${tail}`;
  }

  #ipv6(text: string, map: Ipv6Map): string | undefined {
    const read = readIpv6(text);
    if (!read) return undefined;
    const { value, length, tail } = read;
    if (map.isSpecial(value)) {
      this.#keptAddresses.add(text);
      return undefined;
    }
    const isNetwork = (value & ((1n << BigInt(128 - length)) - 1n)) === 0n;
    return this.#counted(
      'addresses',
      text,
      `${printIpv6(map.pseudonym(value, isNetwork ? length : 128))}${tail}`,
    );
  }

  /** What is for groups, or nobody's, stays so. */
  #mac(text: string): string {
    if (/^(?:00:){5}00$|^(?:ff:){5}ff$|^01:/i.test(text)) return text;
    const first = Number.parseInt(text.slice(0, 2), 16);
    const made = this.#key.number(`mac ${text.toLowerCase()}`).toString(16).padStart(16, '0').slice(0, 12);
    const head = ((Number.parseInt(made.slice(0, 2), 16) & 0xfc) | (first & 3)).toString(16).padStart(2, '0');
    const octets = [head, ...(made.slice(2).match(/../g) ?? [])].join(':');
    return this.#counted('macs', text, text === text.toLowerCase() ? octets : octets.toUpperCase());
  }

  /** Letters of other scripts become a word; controls stay. */
  #bytes(text: string): string | undefined {
    const values = [...text.matchAll(/\\(..)/g)].map(([, hex = '']) => Number.parseInt(hex, 16));
    if (values.every(value => value < 0x30 || value === 0x7f)) return undefined;
    const printed = this.#words.pseudonym(`bytes${text.toLowerCase().replaceAll('\\', '')}`);
    return printed;
  }

  /** References to variables and empty values are none, and some names only look so. */
  #isSecret(text: string, { start, end }: Stretch): boolean {
    const name = /([\w.-]+)=\\*"?$/.exec(text.slice(Math.max(0, start - 60), start))?.[1] ?? '';
    const value = text.slice(start, end);
    return (
      value !== '' &&
      !value.startsWith('$') &&
      !value.startsWith('[') &&
      !notSecret.test(name) &&
      !/^(?:yes|no)$/.test(value)
    );
  }

  #secret(text: string, { start, end }: Stretch): Piece {
    const value = text.slice(start, end);
    const made = sameShape(this.#key, value);
    return { start, end, text: this.#counted('secrets', value, made) };
  }

  #number(text: string, { start, end }: Stretch): Piece {
    const value = text.slice(start, end);
    return { start, end, text: this.#counted('numbers', value, sameShape(this.#key, value)) };
  }
}

type Counted = Exclude<keyof Sanitized['replaced'], 'words'>;

interface Maps {
  readonly v4: AddressMap;
  readonly v6: Ipv6Map;
}

const inOrder = (a: Stretch, b: Stretch): number => a.start - b.start || a.end - b.end;

/** Stretches in order; asked for offsets that grow. */
class Stretches {
  readonly #all: readonly Stretch[];

  constructor(all: readonly Stretch[]) {
    this.#all = all;
  }

  holds(offset: number): boolean {
    let [low, high] = [0, this.#all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#all[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    // One that begins before may be longer than those behind it: a statement holds others.
    for (let at = low - 1; at >= 0 && at > low - 8; at--) if (offset < (this.#all[at]?.end ?? 0)) return true;
    return false;
  }
}

const commentLines = (text: string): Stretch[] =>
  [...text.matchAll(/^[ \t]*#.*$/gm)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));

/** `# serial number = 8D3A0B1C2D3E`, `# software id = ABCD-1234`. */
const deviceNumbers = (text: string): Stretch[] =>
  [...text.matchAll(/^[ \t]*#[ \t]*(?:software id|serial number)[ \t]*=[ \t]*(\S+)/gim)].map(match => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end };
  });

/** `chat_id=-1001234567` of a messenger. */
const chats = (text: string): Stretch[] =>
  [...text.matchAll(/(?<=\bchat_?id\\*["']?[ =:]{1,3}\\*["']?-?)\d{5,}/gi)].map(({ index, 0: number }) => ({
    start: index,
    end: index + number.length,
  }));

/** `# model = RB750Gr3`: thousands have it. */
const models = (text: string): Stretch[] =>
  [...text.matchAll(/(?<=^[ \t]*#[ \t]*model[ \t]*=[ \t]*)\S+/gim)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));

/** Comments that are for jalur, without their reasons. */
const directives = (text: string): Stretch[] =>
  [...text.matchAll(/^[ \t]*#[ \t]*jalur-ignore[^:\n]*/gm)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}(?:\s+\d{1,2})?$/.test(text.trim());

function readIpv4(text: string) {
  const [address = '', stated] = text.split('/');
  const length = stated === undefined ? 32 : Number(stated);
  if (!isIpv4(address) || length > 32) return undefined;
  const value = ipv4ToNumber(address);
  const size = 2 ** (32 - length);
  const tail = stated === undefined ? '' : `/${stated}`;
  return { value, length, isNetwork: value % size === 0, network: value - (value % size), tail };
}

function seenIn(text: string): SeenAddress[] {
  const read = readIpv4(text);
  if (!read) return [];
  const { value, length, isNetwork, network } = read;
  const own = isNetwork && length < 32 ? [] : [{ value, length: 32 }];
  return length < 32 ? [...own, { value: network, length }] : own;
}

/** What both ends have in common stays together; ends of more than that are no hosts of anybody. */
function seenInRange(text: string, fixed: Set<number>): SeenAddress[] {
  const [from, to] = text.split('-').map(end => readIpv4(end)?.value);
  if (from === undefined || to === undefined) return [];
  const length = Math.clz32((from ^ to) >>> 0);
  const ends = [from, to].map(value => ({ value, length: 32 }));
  if (length >= 24) return ends;
  if (length < 16) {
    fixed.add(from).add(to);
    return ends;
  }
  return [...ends, { value: from - (from % 2 ** (32 - length)), length }];
}

function readIpv6(text: string) {
  const [address = '', stated] = text.split('/');
  const value = parseIpv6(address);
  const length = stated === undefined ? 128 : Number(stated);
  if (value === undefined || length > 128 || !/[0-9a-f]/i.test(address)) return undefined;
  return { value, length, tail: stated === undefined ? '' : `/${stated}` };
}
