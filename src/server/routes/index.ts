/** The operations of the API: the document is generated from them, and the server serves them. */
import { access } from './access.ts';
import { configuration } from './configuration.ts';
import { lab } from './lab.ts';
import { live } from './live.ts';
import type { Operation } from './operation.ts';
import { past } from './past.ts';
import { questions } from './questions.ts';

export type { Operation } from './operation.ts';

export const operations = { ...live, ...past, ...configuration, ...questions, ...lab, ...access } as const;

export const allOperations: readonly Operation[] = Object.values(
  operations,
) as unknown as readonly Operation[];
