/** One named thing of a table's text: `chain filter_input { … }`. */
export interface Block {
  readonly kind: string;
  readonly name: string;
  /** What is between its braces, without indentation. */
  readonly lines: readonly string[];
}

const head = /^(\S.*) (\S+) \{$/;

/** The things of a table, in order, as our compiler writes them: a line for each property and rule. */
export function blocksOf(text: string): readonly Block[] {
  const [, ...lines] = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const blocks: Block[] = [];
  let open: { readonly kind: string; readonly name: string; readonly lines: string[] } | undefined;
  for (const line of lines) {
    const [, kind, name] = open ? [] : (head.exec(line) ?? []);
    if (kind !== undefined && name !== undefined) open = { kind, name, lines: [] };
    else if (open && line === '}') {
      blocks.push(open);
      open = undefined;
    } else open?.lines.push(line);
  }
  return blocks;
}

export const printBlock = ({ kind, name, lines }: Block): string =>
  [`${kind} ${name} {`, ...lines.map(line => `  ${line}`), '}'].join('\n');

/** First line of a chain that packets enter from the kernel. */
const isBase = (line: string): boolean => line.startsWith('type ');

export const baseOf = ({ lines }: Block): string | undefined => lines.find(isBase);

export const rulesIn = ({ lines }: Block): readonly string[] => lines.filter(line => !isBase(line));
