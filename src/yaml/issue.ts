import type { z } from 'zod';

/** Is the value not there at all? */
export const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined');

/** What is wrong with a value, to be put after its name: `is missing`, `is not a list`. */
export function issueText(issue: z.core.$ZodIssue): string {
  if (isMissing(issue)) return 'is missing';
  // A schema's own message is in our words already.
  if (!/^(Invalid|Too|Unrecognized)\b/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received null')
        ? 'is empty'
        : `is not ${kinds[issue.expected] ?? 'that'}`;
    case 'unrecognized_keys':
      return `has no key ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `is not one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `is below ${issue.minimum}`;
    case 'too_big':
      return `is above ${issue.maximum}`;
    case 'invalid_key':
      return `has a key that ${issue.issues[0] ? issueText(issue.issues[0]) : 'cannot stand here'}`;
    default:
      return 'is none of the possible values';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text (put it in quotes)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of keys, as { key: value }',
  record: 'a group of keys, as { key: value }',
  array: 'a list, as [a, b]',
};
