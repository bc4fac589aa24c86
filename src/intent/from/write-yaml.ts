import { Document, isMap, isPair, isScalar, isSeq, type Node, visit } from 'yaml';

/** What stands beside the keys. */
interface Beside {
  /** Where editors find the schema. */
  readonly schema?: string | undefined;
  /** Comments above keys, by their paths: `wans.isp1`. */
  readonly notes?: ReadonlyMap<string, string> | undefined;
  /** At the top. */
  readonly head?: readonly string[] | undefined;
}

/** The text of an intent: a line for each thing, small groups on one line. */
export function writeYaml(stated: unknown, { schema, notes = new Map(), head = [] }: Beside = {}): string {
  const document = new Document(stated);
  const server = schema === undefined ? [] : [`yaml-language-server: $schema=${schema}`];
  const top = [...server, ...head].map(line => ` ${line}`);
  if (top.length > 0) document.commentBefore = top.join('\n');
  visit(document, {
    Collection: (_, node, path) => {
      if (path.length > 2 && !hasNames(path.at(-1)) && isSmall(node)) node.flow = true;
    },
    Pair: (_, { key }, path) => {
      const keys = [
        ...path.flatMap(one => ('key' in one && isScalar(one.key) ? [String(one.key.value)] : [])),
        isScalar(key) ? String(key.value) : '',
      ];
      const note = notes.get(keys.join('.'));
      if (note !== undefined && isScalar(key))
        key.commentBefore = note
          .split('\n')
          .map(line => ` ${line}`)
          .join('\n');
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** What has a name of its own has a line of its own. */
const hasNames = (pair: unknown): boolean =>
  isPair(pair) && isScalar(pair.key) && /^(?:wans|lans)$/.test(String(pair.key.value));

const isSmall = (node: unknown): boolean => {
  const parts: unknown[] = isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : [];
  return parts.every(part => isScalar(part) || (isSeq(part as Node) && isSmall(part)));
};
