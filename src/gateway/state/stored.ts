import { readFileSync } from 'node:fs';

/** A JSON file of ours, of which nothing is known yet; undefined where there is none, or it is spoilt. */
export function storedJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

type Check = (value: unknown) => boolean;

/** Is it a record whose fields are all so? Checked by hand, as a schema library takes longer to load than a gateway to start. */
export const hasFields = (value: unknown, fields: Readonly<Record<string, Check>>): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(fields).every(([name, check]) => check((value as Readonly<Record<string, unknown>>)[name]));

export const isText: Check = value => typeof value === 'string';
export const isAmount: Check = value => typeof value === 'number' && value >= 0;
export const listOf =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check);
export const optional =
  (check: Check): Check =>
  value =>
    value === undefined || check(value);
