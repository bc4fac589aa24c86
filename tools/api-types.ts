import { apiDocument } from '../src/server/document.ts';

// TypeScript from the OpenAPI document, in the shape that openapi-fetch reads (`paths`, `components`). A generator of ours, because
// the usual one works by TypeScript's JavaScript API, which TypeScript 7 does not have.

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly default?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** Properties with a default need not be given by whoever asks, and are always there in an answer. */
type Side = 'asked' | 'answered';

const head = `// Generated from the API's document (docs/openapi.json); do not edit: UPDATE_GOLDENS=1 npx vitest run test/openapi.test.ts
/* biome-ignore-all lint: generated */
`;

/** The module with the types. */
export function apiTypes(): string {
  const { paths = {}, components } = apiDocument();
  const schemas = (components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const asked = namesAsked(paths as Paths, schemas);
  const types = Object.entries(schemas).map(([name, schema]) => {
    const side = asked.has(name) ? 'asked' : 'answered';
    return `${note(schema, '  ')}  ${name}: ${typeOf(schema, side, '  ')};`;
  });
  const all = Object.entries(paths).map(([path, item]) => pathType(path, item as Item));
  return `${head}
export interface Schemas {
${types.join('\n')}
}

export interface components {
  schemas: Schemas;
}

export interface paths {
${all.join('\n')}
}
`;
}

type Item = Readonly<Record<string, Operation>>;
type Paths = Readonly<Record<string, Item>>;

/** Names of schemas that requests are made of; those that answers are made of, too, are never with defaults. */
function namesAsked(paths: Paths, schemas: Readonly<Record<string, Schema>>): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { $ref } = schema as Schema;
    const name = $ref?.split('/').at(-1);
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      look(schemas[name]);
    }
    for (const one of Object.values(schema)) look(one);
  };
  for (const item of Object.values(paths))
    for (const { requestBody } of Object.values(item)) look(requestBody);
  return found;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

function pathType(path: string, item: Item): string {
  const each = methods.map(method =>
    item[method]
      ? `${note({ description: item[method].summary ?? '' }, '    ')}    ${method}: ${operationType(item[method])};`
      : `    ${method}?: never;`,
  );
  return `  ${JSON.stringify(path)}: {\n    parameters: { query?: never; header?: never; path?: never; cookie?: never };\n${each.join('\n')}\n  };`;
}

function operationType({ parameters = [], requestBody, responses }: Operation): string {
  const given = (['query', 'header', 'path', 'cookie'] as const).map(place =>
    parametersType(parameters, place),
  );
  const body = requestBody
    ? `requestBody${requestBody.required ? '' : '?'}: { content: ${contentType(requestBody.content, 'asked')} };`
    : 'requestBody?: never;';
  const answers = Object.entries(responses).map(
    ([status, { content }]) =>
      `        ${status}: { headers: { [name: string]: unknown }; content${content ? '' : '?'}: ${content ? contentType(content, 'answered') : 'never'} };`,
  );
  return `{\n      parameters: { ${given.join(' ')} };\n      ${body}\n      responses: {\n${answers.join('\n')}\n      };\n    }`;
}

function parametersType(all: readonly Parameter[], place: Parameter['in']): string {
  const own = all.filter(one => one.in === place);
  if (own.length === 0) return `${place}?: never;`;
  const optional = own.some(({ required }) => required) ? '' : '?';
  const each = own.map(
    ({ name, required, schema }) => `${keyOf(name)}${required ? '' : '?'}: ${typeOf(schema, 'asked', '')};`,
  );
  return `${place}${optional}: { ${each.join(' ')} };`;
}

const contentType = (content: Content, side: Side): string =>
  `{ ${Object.entries(content)
    .map(([type, { schema }]) => `${JSON.stringify(type)}: ${typeOf(schema, side, '        ')}`)
    .join('; ')} }`;

function typeOf(schema: Schema, side: Side, indent: string): string {
  const { $ref, enum: values, const: value, oneOf, anyOf, allOf, type } = schema;
  if ($ref !== undefined) return `Schemas[${JSON.stringify($ref.split('/').at(-1))}]`;
  if (values) return values.map(one => JSON.stringify(one)).join(' | ');
  if (value !== undefined) return JSON.stringify(value);
  const some = oneOf ?? anyOf;
  if (some) return some.map(one => typeOf(one, side, indent)).join(' | ');
  if (allOf) return allOf.map(one => `(${typeOf(one, side, indent)})`).join(' & ');
  if (Array.isArray(type)) return type.map(one => typeOf({ ...schema, type: one }, side, indent)).join(' | ');
  switch (type) {
    case 'array':
      return `Array<${typeOf(schema.items ?? {}, side, indent)}>`;
    case 'object':
      return objectType(schema, side, indent);
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    default:
      return 'unknown';
  }
}

function objectType(
  { properties = {}, required = [], additionalProperties }: Schema,
  side: Side,
  indent: string,
): string {
  const inner = `${indent}  `;
  const each = Object.entries(properties).map(([name, schema]) => {
    const isThere = required.includes(name) || (side === 'answered' && schema.default !== undefined);
    return `${note(schema, inner)}${inner}${keyOf(name)}${isThere ? '' : '?'}: ${typeOf(schema, side, inner)};`;
  });
  const others =
    typeof additionalProperties === 'object'
      ? Object.keys(properties).length > 0
        ? [`${inner}[name: string]: unknown;`]
        : [`${inner}[name: string]: ${typeOf(additionalProperties, side, inner)};`]
      : [];
  const all = [...each, ...others];
  return all.length === 0 ? 'Record<string, never>' : `{\n${all.join('\n')}\n${indent}}`;
}

const keyOf = (name: string): string => (/^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name));

const note = ({ description = '' }: Pick<Schema, 'description'>, indent: string): string =>
  description === '' ? '' : `${indent}/** ${description.replaceAll('*/', '* /')} */\n`;
