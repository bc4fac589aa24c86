import { intentJsonSchema } from './schema/index.ts';

/** What can be written at a place of an intent. */
export interface IntentCompletion {
  readonly label: string;
  readonly kind: 'property' | 'value';
  readonly insertText?: string | undefined;
  readonly documentation?: string | undefined;
}

/** As much of JSON Schema as ours uses. */
interface Schema {
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly additionalProperties?: Schema | boolean | undefined;
  readonly items?: Schema | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly allOf?: readonly Schema[] | undefined;
}

/** Keys that the schema has at an offset and the text there has not, or the values of the key that stands before it. */
export function intentCompletions(
  text: string,
  offset: number,
): { readonly from: number; readonly items: readonly IntentCompletion[] } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, offset);
  const above = text.slice(0, start).split('\n');
  const value = /^(\s*(?:- +)?)([\w-]+):[ \t]+(?:.*[[, ])?([\w-]*)$/.exec(line);
  if (value) {
    const [, indent = '', key = '', typed = ''] = value;
    const found = at([...pathOf(above, widthOf(indent)), key]);
    return { from: offset - typed.length, items: found.flatMap(valuesOf) };
  }
  const begun = /^(\s*(?:- +)?)([\w-]*)$/.exec(line);
  if (!begun) return { from: offset, items: [] };
  const [, indent = '', typed = ''] = begun;
  const width = widthOf(indent);
  const stated = statedBeside(text, start, width);
  const items = at(pathOf(above, width))
    .flatMap(schema => Object.entries(schema.properties ?? {}))
    .filter(([name], i, all) => !stated.has(name) && all.findIndex(([other]) => other === name) === i)
    .map(([name, schema]) => keyItem(name, schema));
  return { from: offset - typed.length, items };
}

const keyItem = (name: string, schema: Schema): IntentCompletion => ({
  label: name,
  kind: 'property',
  insertText: `${name}: `,
  documentation: alternatives(schema).find(({ description }) => description !== undefined)?.description,
});

const valuesOf = (schema: Schema): IntentCompletion[] => [
  ...(schema.enum ?? []).map(one => ({ label: String(one), kind: 'value' as const })),
  ...(schema.const === undefined ? [] : [{ label: String(schema.const), kind: 'value' as const }]),
  ...(schema.type === 'boolean' ? ['true', 'false'] : []).map(label => ({ label, kind: 'value' as const })),
  ...(schema.items ? alternatives(schema.items).flatMap(valuesOf) : []),
];

/** A dash counts as the blank that it stands for. */
const widthOf = (indent: string): number => indent.length;

/** The keys that lead to a line of this indent; `-` stands for an item of a list. */
function pathOf(above: readonly string[], width: number): string[] {
  const path: string[] = [];
  let least = width;
  for (const line of above.toReversed()) {
    const [, blanks = '', dash = '', key] = /^( *)((?:- +)?)([\w-]+):/.exec(line) ?? [];
    if (key === undefined) continue;
    const inner = blanks.length + dash.length;
    if (inner < least) {
      path.unshift(key);
      least = inner;
    }
    if (dash !== '' && blanks.length < least) {
      path.unshift('-');
      least = blanks.length;
    }
    if (least === 0) break;
  }
  return path;
}

/** Keys of the same mapping, before and after. */
function statedBeside(text: string, start: number, width: number): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (lines: readonly string[]): void => {
    for (const line of lines) {
      const [, blanks = '', key] = /^( *(?:- +)?)([\w-]+):/.exec(line) ?? [];
      if (key === undefined || blanks.length > width) continue;
      if (blanks.length < width) return;
      found.add(key);
      if (blanks.includes('-')) return;
    }
  };
  collect(text.slice(0, start).split('\n').toReversed());
  collect(text.slice(start).split('\n').slice(1));
  return found;
}

const root: Schema = intentJsonSchema() as Schema;

/** The schemas that a path can lead to. */
const at = (path: readonly string[]): readonly Schema[] =>
  path
    .reduce<readonly Schema[]>((schemas, key) => schemas.flatMap(schema => step(schema, key)), [root])
    .flatMap(alternatives);

const step = (schema: Schema, key: string): readonly Schema[] =>
  alternatives(schema).flatMap(({ properties, additionalProperties, items }) => {
    if (key === '-') return items ? [items] : [];
    const own = properties?.[key];
    if (own) return [own];
    return typeof additionalProperties === 'object' ? [additionalProperties] : [];
  });

const alternatives = (schema: Schema): readonly Schema[] => [
  schema,
  ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(alternatives),
];
