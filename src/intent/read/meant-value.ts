import { z } from 'zod';
import type { Path } from '../path.ts';
import { shapeAt } from '../schema/index.ts';

type Issue = z.core.$ZodIssue;

/** What to write where a wrong value shows what was meant by it; undefined: it does not. */
export function meantValue(issue: Issue, path: Path): string | undefined {
  const key = path.at(-1);
  const { input } = issue;
  if (typeof key !== 'string' || typeof input !== 'string') return undefined;
  return plainValue(issue, key, input) ?? elsewhere(path.slice(0, -1), key, input);
}

/** The value itself, in the way in which it is written. */
function plainValue(issue: Issue, key: string, text: string): string | undefined {
  if (issue.code === 'invalid_type') {
    const word = issue.expected === 'boolean' ? booleans[text.toLowerCase()] : undefined;
    if (word !== undefined) return `Write ${key}: ${word}.`;
    const isNumber = /^(?:number|int)$/.test(issue.expected) && /^\d+$/.test(text);
    return isNumber ? `Write ${key}: ${text}, without quotes.` : undefined;
  }
  if (!address.test(text)) return undefined;
  const [host = '', length] = text.split('/');
  if (issue.message.includes('length of its network') && length === undefined)
    return `Write ${key}: ${host}/24 where its network has 256 addresses.`;
  return issue.message.includes('not an IPv4 address') && length !== undefined
    ? `Write ${key}: ${host}, without /${length}.`
    : undefined;
}

const address = /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/;

const booleans: Readonly<Record<string, boolean>> = {
  ...{ yes: true, on: true, enabled: true, enable: true },
  ...{ no: false, off: false, disabled: false, disable: false },
};

/** It is what another key of the same group is for. */
function elsewhere(group: Path, key: string, text: string): string | undefined {
  const shape = shapeAt(group);
  const out = shape[key] instanceof z.ZodOptional ? `, and leave ${key} out` : '';
  const takes = Object.keys(shape).find(one => one !== key && wordsOf(shape[one]).includes(text));
  if (takes !== undefined) return `Write ${takes}: ${text}${out}.`;
  return Object.hasOwn(shape, text) && text !== key ? `Write ${text}: as a key of its own${out}.` : undefined;
}

function wordsOf(schema: z.core.$ZodType | undefined): readonly unknown[] {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodEnum ? inner.options : [];
}
