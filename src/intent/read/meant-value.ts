import { z } from 'zod';
import type { Said } from '../../text/index.ts';
import type { Path } from '../path.ts';
import { shapeAt } from '../schema/index.ts';

type Issue = z.core.$ZodIssue;

/** What to write where a wrong value shows what was meant by it; undefined: it does not. */
export function meantValue(issue: Issue, path: Path): Said | undefined {
  const key = path.at(-1);
  const { input } = issue;
  if (typeof key !== 'string' || typeof input !== 'string') return undefined;
  return plainValue(issue, key, input) ?? elsewhere(path.slice(0, -1), key, input);
}

/** The value itself, in the way in which it is written. */
function plainValue(issue: Issue, key: string, text: string): Said | undefined {
  if (issue.code === 'invalid_type') {
    const word = issue.expected === 'boolean' ? booleans[text.toLowerCase()] : undefined;
    if (word !== undefined) return { en: `Write ${key}: ${word}.`, id: `Tulis ${key}: ${word}.` };
    const isNumber = /^(?:number|int)$/.test(issue.expected) && /^\d+$/.test(text);
    return isNumber
      ? { en: `Write ${key}: ${text}, without quotes.`, id: `Tulis ${key}: ${text}, tanpa tanda kutip.` }
      : undefined;
  }
  if (!address.test(text)) return undefined;
  const [host = '', length] = text.split('/');
  if (issue.message.includes('length of its network') && length === undefined)
    return {
      en: `Write ${key}: ${host}/24 where its network has 256 addresses.`,
      id: `Tulis ${key}: ${host}/24 bila jaringannya punya 256 alamat.`,
    };
  return issue.message.includes('not an IPv4 address') && length !== undefined
    ? {
        en: `Write ${key}: ${host}, without /${length}.`,
        id: `Tulis ${key}: ${host}, tanpa /${length}.`,
      }
    : undefined;
}

const address = /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/;

const booleans: Readonly<Record<string, boolean>> = {
  ...{ yes: true, on: true, enabled: true, enable: true },
  ...{ no: false, off: false, disabled: false, disable: false },
};

/** It is what another key of the same group is for. */
function elsewhere(group: Path, key: string, text: string): Said | undefined {
  const shape = shapeAt(group);
  const isOptional = shape[key] instanceof z.ZodOptional;
  const out: Said = isOptional
    ? { en: `, and leave ${key} out`, id: `, dan hilangkan ${key}` }
    : { en: '', id: '' };
  const takes = Object.keys(shape).find(one => one !== key && wordsOf(shape[one]).includes(text));
  if (takes !== undefined)
    return { en: `Write ${takes}: ${text}${out.en}.`, id: `Tulis ${takes}: ${text}${out.id}.` };
  return Object.hasOwn(shape, text) && text !== key
    ? {
        en: `Write ${text}: as a key of its own${out.en}.`,
        id: `Tulis ${text}: sebagai kunci tersendiri${out.id}.`,
      }
    : undefined;
}

function wordsOf(schema: z.core.$ZodType | undefined): readonly unknown[] {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodEnum ? inner.options : [];
}
