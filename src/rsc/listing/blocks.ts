import { type MenuNode, rootMenu } from '../commands/index.ts';
import type { Range } from '../syntax/index.ts';
import { beginsRow } from './printed-row.ts';

/** What one `print` shows, or a stretch of the text that is something else. */
export interface Block extends Range {
  /** Of `print`: the menu that its command names, empty where there is none; undefined: other text. */
  readonly menu: string | undefined;
  /** Where each row stands; none in a table. */
  readonly rows: readonly Range[];
}

const command =
  /^[ \t]*(?:\[[^\]\s@[]+@[^\]\n]*\]([^>\n]*)>[ \t]?)?[ \t]*(\/?(?:[a-z0-9-]+[ /]+)*)pr(?:i|in|int)?(?:[ \t]+(?!-)[^=\n]*(?:=[^\n]*)?)?$/;
const prompt = /^[ \t]*\[[^\]\s@[]+@[^\]\n]*\]/;
/** What explains the flags, the heads of columns, and the comment that stands above a row. */
const legend =
  /^[ \t]*(?:Flags:|Columns:|(?:[A-Za-z*+] - [A-Za-z-]+[,; \t]*)+$|#[ \t]+[A-Z-]+(?:[ \t]|$)|;;;)/;

const goesOn = /^(?:[ \t]|[a-z][a-z0-9.-]*=)/;

/** Lines above the first row; more are no head of a listing. */
const mostHead = 40;

interface Line extends Range {
  readonly text: string;
}

/** A text as what print shows and what stands between. */
export function blocksIn(text: string): Block[] {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const printed = printedAt(lines, at);
    const found = printed ?? otherAt(lines, at);
    blocks.push(found.block);
    at = found.next;
  }
  return blocks;
}

interface Found {
  readonly block: Block;
  readonly next: number;
}

/** All lines up to the next listing. */
function otherAt(lines: readonly Line[], first: number): Found {
  let next = first + 1;
  while (next < lines.length && !printedAt(lines, next)) next++;
  const [start, end] = [lines[first]?.start ?? 0, lines[next - 1]?.end ?? 0];
  return { block: { start, end, menu: undefined, rows: [] }, next };
}

function printedAt(lines: readonly Line[], first: number): Found | undefined {
  const begins = lines[first];
  const menu = begins && printedMenu(begins.text);
  let at = first + (menu === undefined ? 0 : 1);
  if (!begins || (menu === undefined && !isListing(begins.text))) return undefined;
  const [head, most] = [at, at + mostHead];
  while (at < most && at < lines.length && isHead(textAt(lines, at))) at++;
  const isOfAddresses =
    menu === '/ip address' || lines.slice(head, at).some(({ text }) => addressHeads.test(text));
  const isRow = (line: number): boolean => beginsRow(textAt(lines, line), isOfAddresses);
  const rows: Range[] = [];
  while (at < lines.length && isRow(at)) {
    const next = rowEnd(lines, at + 1, isRow);
    rows.push({ start: lines[at]?.start ?? 0, end: lines[next - 1]?.end ?? 0 });
    at = next;
    while (isBetween(textAt(lines, at)) && isRow(at + 1)) at++;
  }
  const end = lines[at - 1]?.end ?? begins.end;
  return rows.length === 0
    ? undefined
    : { block: { start: begins.start, end, menu: menu ?? '', rows }, next: at };
}

const addressHeads = /^[ \t]*#[ \t]+ADDRESS[ \t]+NETWORK[ \t]+INTERFACE\b/;

const isListing = (line: string): boolean =>
  /^[ \t]*(?:Flags:|#[ \t]+ADDRESS[ \t])/.test(line) || beginsRow(line, false);

/** A row goes on with lines that are indented or begin with a property, and begin no other one. */
function rowEnd(lines: readonly Line[], from: number, isRow: (line: number) => boolean): number {
  let at = from;
  while (at < lines.length) {
    const text = textAt(lines, at);
    if (isEmpty(text) || !goesOn.test(text) || isRow(at) || prompt.test(text)) break;
    at++;
  }
  return at;
}

/** A page that lost its line breaks has the first row there, too: that is left to be said. */
const isHead = (line: string): boolean => (legend.test(line) && !/[a-z]=/.test(line)) || isEmpty(line);

const isBetween = (text: string): boolean => isEmpty(text) || /^[ \t]*;;;/.test(text);
const isEmpty = (text: string): boolean => text.trim() === '';
const textAt = (lines: readonly Line[], at: number): string => lines[at]?.text ?? '';

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end, text: text.slice(start, end).replace(/\r$/, '') });
    start = end + 1;
  }
  return lines;
}

/** The menu that a `print` command names: by its path, from the root or from where the prompt stands. */
function printedMenu(line: string): string | undefined {
  const match = command.exec(line);
  if (!match) return undefined;
  const [, place = '', path = ''] = match;
  const words = (path.startsWith('/') ? path : `${place} ${path}`).split(/[ /]+/).filter(one => one !== '');
  let node: MenuNode | undefined = rootMenu;
  for (const one of words) node = node && childOf(node, one);
  return node ? node.path : undefined;
}

/** By its name, or by a beginning that only one has. */
function childOf({ children }: MenuNode, name: string): MenuNode | undefined {
  const near = [...children.values()].filter(child => child.name.startsWith(name));
  return children.get(name) ?? (near.length === 1 ? near[0] : undefined);
}
