import type { Range } from '../syntax/index.ts';

/** `name=value` of a row, as it stands there. */
export interface PrintedProperty {
  readonly name: string;
  /** With its quotes, where it has any. */
  readonly value: string;
  readonly range: Range;
}

/** An item as `print detail` shows it: ` 1 X  ;;; comment chain=srcnat action=masquerade`. */
export interface PrintedRow extends Range {
  /** Letters behind the number: `X`, `ADC`, `DAd`. */
  readonly flags: string;
  readonly comment: string;
  readonly properties: readonly PrintedProperty[];
  /** Words that belong to no property: `blackhole`, or the rest of `gateway-status=10.0.0.1 reachable via ether1`. */
  readonly words: readonly PrintedProperty[];
}

/** A number and flags; RouterOS 7 numbers no routes that it makes itself. */
const head = /^[ \t]{0,4}(?:\d{1,4}[ \t]+((?:[A-Za-z+*-]{1,5}[ \t]+)*)|[ \t]{1,2}(D ?[A-Za-z+]{0,4})[ \t]+)/;
const comment = /;;;[ \t]*([^\r\n]*)/y;
const property = /([a-z][a-z0-9.-]*)=("(?:[^"\\]|\\[\s\S])*"|[^\s"]*)/y;
const word = /\S+/y;

/** `192.168.88.1/24  192.168.88.0  bridge`: what `/ip address print` shows. */
const addressColumns = /^\d+\.\d+\.\d+\.\d+\/\d+[ \t]+\d+\.\d+\.\d+\.\d+[ \t]+\S/;

/** Does a row begin with this line? Rows of tables have no properties: only that of addresses shows all that its items are. */
export function beginsRow(line: string, isOfAddresses: boolean): boolean {
  const flags = head.exec(line);
  if (flags === null) return false;
  const rest = line.slice(flags[0].length);
  return /^(?:;;;|[a-z][a-z0-9.-]*=)/.test(rest) || (isOfAddresses && addressColumns.test(rest));
}

/** The row between two offsets of a text. */
export function rowIn(text: string, { start, end }: Range): PrintedRow {
  const [all = '', numbered, flags = numbered ?? ''] = head.exec(text.slice(start, end)) ?? [];
  const properties: PrintedProperty[] = [];
  const words: PrintedProperty[] = [];
  let said = '';
  for (let at = start + all.length; at < end; ) {
    const found = tokenAt(text, at, end);
    if (found?.kind === 'comment') said = found.text;
    else if (found?.kind === 'property') properties.push(found.property);
    else if (found) addWord(properties, words, found.property);
    at = found ? found.end : at + 1;
  }
  const row = { start, end, flags: flags.replaceAll(/\s/g, ''), comment: said };
  return properties.length === 0
    ? { ...row, properties: columnsOf(words), words: [] }
    : { ...row, properties, words };
}

/** `192.168.88.1/24  192.168.88.0  bridge`, perhaps with the VRF behind it. */
function columnsOf(words: readonly PrintedProperty[]): PrintedProperty[] {
  const [address, network, port, vrf, ...more] = words;
  if (
    !address ||
    !network ||
    !port ||
    more.length > 0 ||
    !addressColumns.test(`${address.name} ${network.name} x`)
  )
    return [];
  const columns = { address, network, interface: port, ...(vrf && { vrf }) };
  return Object.entries(columns).map(([name, one]) => ({ name, value: one.name, range: one.range }));
}

type Token =
  | { readonly kind: 'comment'; readonly text: string; readonly end: number }
  | { readonly kind: 'property' | 'word'; readonly property: PrintedProperty; readonly end: number };

function tokenAt(text: string, at: number, end: number): Token | undefined {
  const remark = matchAt(comment, text, at, end);
  if (remark) return { kind: 'comment', text: (remark[1] ?? '').trim(), end: at + remark[0].length };
  const pair = matchAt(property, text, at, end);
  const single = pair ?? matchAt(word, text, at, end);
  if (!single) return undefined;
  const range = { start: at, end: at + single[0].length };
  const [all, name = all, value = ''] = single;
  return { kind: pair ? 'property' : 'word', property: { name, value, range }, end: range.end };
}

function matchAt(test: RegExp, text: string, at: number, end: number): RegExpExecArray | undefined {
  test.lastIndex = at;
  const found = test.exec(text);
  return found && at + found[0].length <= end ? found : undefined;
}

/** A list that ends in a comma goes on in the next line. */
function addWord(properties: PrintedProperty[], words: PrintedProperty[], one: PrintedProperty): void {
  const last = properties.at(-1);
  if (!last?.value.endsWith(',')) words.push(one);
  else {
    const range = { start: last.range.start, end: one.range.end };
    properties[properties.length - 1] = { ...last, value: `${last.value}${one.name}`, range };
  }
}
