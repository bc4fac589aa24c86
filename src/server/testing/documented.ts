import { z } from 'zod';
import { apiBase, apiDocument } from '../document.ts';

type Json = Parameters<typeof z.fromJSONSchema>[0];

interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Json;
  }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Json } } };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
  readonly security: readonly unknown[];
  readonly 'x-scope': string;
}

/** One operation as a reader of the document alone knows it. */
export interface Documented extends DocumentedOperation {
  readonly method: string;
  /** With the base: `/api/v1/wans/{name}/down`. */
  readonly path: string;
}

// What is served is held to the document as it is committed, not to the schemas that it is made of.
const text = JSON.stringify(apiDocument()).replaceAll('#/components/schemas/', '#/$defs/');
const document = JSON.parse(text) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

export const documented: readonly Documented[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, one]) => ({ ...one, method, path: `${apiBase}${path}` })),
);

/** A schema with what it refers to. */
export const withDefinitions = (schema: Json): Json =>
  ({ ...(schema as object), $defs: document.components.schemas }) as Json;

const definitions = document.components.schemas as Readonly<Record<string, Record<string, unknown>>>;

/** What a reference means. */
export const resolved = (schema: Record<string, unknown>): Record<string, unknown> => {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  return name === undefined ? schema : resolved(definitions[name] ?? {});
};

const read = new Map<string, z.ZodType>();

function schemaOf(
  { operationId, responses }: Documented,
  status: string,
  type: string,
): z.ZodType | undefined {
  const key = `${operationId} ${status} ${type}`;
  const found = read.get(key);
  if (found) return found;
  const schema = responses[status]?.content?.[type]?.schema;
  const made = schema === undefined ? undefined : z.fromJSONSchema(withDefinitions(schema));
  if (made) read.set(key, made);
  return made;
}

/** What is wrong with an answer by the document; empty: nothing. */
export function mistakesOf(one: Documented, status: number, type: string, body: unknown): readonly string[] {
  const { responses } = one;
  const place = `${status}` in responses ? `${status}` : 'default';
  const plain = type.replace(/;.*$/, '');
  const schema = schemaOf(one, place, plain);
  if (!schema) return responses[place]?.content ? [`${status} with ${plain} is in no document`] : [];
  const { success, error } = schema.safeParse(body);
  return success ? [] : error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}
