import type { z } from 'zod';

/** Is the value not there at all? */
export const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined');

/** What is wrong with a value, to be put after its name: `is missing`, `should be number, not string`. */
export function issueText(issue: z.core.$ZodIssue): string {
  if (isMissing(issue)) return 'is missing';
  if (issue.code === 'unrecognized_keys') return `has no key ${issue.keys.join(', ')}`;
  return issue.message
    .replace(/^Invalid input: expected/, 'should be')
    .replace(/ received/, ' not')
    .replace(/^Invalid input$/, 'is none of the possible values')
    .replace(/^Invalid option: expected one of/, 'should be one of');
}
