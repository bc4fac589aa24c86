import fc from 'fast-check';
import { resolved } from './documented.ts';

type Json = Record<string, unknown>;

const number = (value: unknown, usual: number): number => (typeof value === 'number' ? value : usual);

/** Texts that mean something here, beside any others. */
const words = [
  'ether1',
  'ether4',
  'ISP1',
  '192.168.0.10',
  '8.8.8.8',
  '0.0.0.0/0',
  'tcp',
  'dns',
  'https',
  'main',
  'to_ISP1',
  'v7',
  'yaml',
  'line',
  'rtt,loss',
  '2026-11-30T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  'o10',
  '',
  '../../etc/passwd',
  '%00',
  'a'.repeat(300),
  '\u0000',
  '🦊',
  '__proto__',
  '/ip route add gateway=1.1.1.1\n',
  '/ip firewall mangle add chain=prerouting action=mark-routing new-routing-mark=x passthrough=no\n',
  'lines:\n  - name: a\n',
  '/ip address add address=192.168.0.1/24 interface=ether4\n:put [find',
  '"'.repeat(50),
  'unplug',
] as const;

/** Values that a schema allows, made of the document alone. */
export function valid(given: Json, depth = 0): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  const some = (schema['oneOf'] ?? schema['anyOf']) as Json[] | undefined;
  if (some) return fc.oneof(...some.map(one => valid(one, depth)));
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if ('const' in schema) return fc.constant(schema['const']);
  const { type } = schema;
  if (Array.isArray(type)) return fc.oneof(...type.map(one => valid({ ...schema, type: one }, depth)));
  switch (type) {
    case 'object':
      return objectOf(schema, depth);
    case 'array':
      return fc.array(valid((schema['items'] ?? {}) as Json, depth + 1), {
        minLength: number(schema['minItems'], 0),
        maxLength: Math.min(number(schema['maxItems'], 3), depth > 2 ? 1 : 3),
      });
    case 'integer':
      return fc.integer({ min: number(schema['minimum'], -1000), max: number(schema['maximum'], 100_000) });
    case 'number':
      return fc.double({
        min: number(schema['minimum'], -1000),
        max: number(schema['maximum'], 100_000),
        noNaN: true,
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...words) },
        fc.string({ unit: 'binary', maxLength: 40 }),
      );
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(schema: Json, depth: number): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, Json>;
  const required = (schema['required'] ?? []) as string[];
  const fields = Object.entries(properties).map(([name, one]) => [name, valid(one, depth + 1)] as const);
  const known = fc.record(Object.fromEntries(fields), {
    requiredKeys: required.filter(name => name in properties),
  });
  const more = schema['additionalProperties'];
  if (typeof more !== 'object' || more === null) return known;
  return fc
    .tuple(known, fc.dictionary(fc.constantFrom(...words), valid(more as Json, depth + 1), { maxKeys: 2 }))
    .map(([a, b]) => ({ ...b, ...a }));
}

/** What a schema allows, and what it does not: a part of it is anything. */
export const hostile = (schema: Json): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: valid(schema) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(valid(schema), fc.constantFrom(...words), fc.jsonValue({ maxDepth: 2 }))
        .map(([value, name, any]) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? { ...value, [name]: any }
            : any,
        ),
    },
  );
