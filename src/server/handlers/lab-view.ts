import type { z } from '@hono/zod-openapi';
import type { LabOutcome, LabState } from '../lab-port.ts';
import type { Plain } from '../plain.ts';
import type * as schema from '../schema/index.ts';

type Outcome = Plain<z.input<typeof schema.LabOutcome>>;

const runView = ({ fraction, leftMs, ...run }: NonNullable<LabState['run']>) => ({
  ...run,
  part: Math.min(1, Math.max(0, fraction)),
  leftMs: Math.max(0, leftMs),
});

/** What of a lab changes while it is watched. */
export const nowView = ({ faults, traffic, run }: Pick<LabState, 'faults' | 'traffic' | 'run'>) => ({
  ...{ faults, traffic },
  ...(run && { run: runView(run) }),
});

export const outcomeView = ({ run, result }: LabOutcome): Omit<Outcome, 'at'> => ({
  ...(run && { run: runView(run) }),
  ...(result && { result }),
});
