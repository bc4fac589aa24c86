import type { z } from '@hono/zod-openapi';
import {
  askKept,
  followKept,
  type KeptExperiment,
  type KeptNow,
  type PlainResult,
} from '../lab/kept/index.ts';
import type { Language } from '../text/index.ts';
import { ApiProblem } from './problem.ts';
import type { LabFault, LabRepair } from './schema/index.ts';

/** A lab that is kept up, with what is broken in it and what can be tried on its bench. */
export interface LabState extends KeptNow {
  readonly name: string;
  readonly isps: readonly { readonly name: string; readonly interface: string }[];
  readonly experiments: readonly KeptExperiment[];
}

/** The experiment that runs, or what the last one found. */
export interface LabOutcome {
  readonly run: KeptNow['run'];
  readonly result: PlainResult | undefined;
}

/** A lab that is kept up by another process. */
export interface LabPort {
  describe(lang: Language): Promise<LabState>;
  break(order: z.infer<typeof LabFault>): Promise<void>;
  repair(order: z.infer<typeof LabRepair>): Promise<void>;
  traffic(on: boolean): Promise<void>;
  /** Begins an experiment. */
  run(experiment: string, lang: Language): Promise<void>;
  cancel(): Promise<void>;
  outcome(): Promise<LabOutcome>;
  /** Calls back now and whenever something changes, until the function that it gives is called. */
  follow(heard: (now: KeptNow) => void): () => void;
}

/** The lab behind a socket of `jalur lab`. */
export function keptLab(socket: string): LabPort {
  const ask = async (request: Parameters<typeof askKept>[1]) => {
    const reply = await askKept(socket, request).catch(() => {
      throw new ApiProblem(
        503,
        'web/no-lab',
        'The lab does not answer.',
        'See whether its terminal still keeps it up; else bring it up anew: jalur lab up.',
      );
    });
    if (!reply.ok)
      throw new ApiProblem(
        409,
        'web/lab-refused',
        `The lab refused: ${reply.why}.`,
        'GET /lab has its ISPs, what is broken, its experiments and whether one runs.',
      );
    return reply;
  };
  return {
    describe: lang => ask({ type: 'describe', lang }),
    break: async order => void (await ask({ type: 'fault', ...order })),
    repair: async order => void (await ask({ type: 'repair', ...order })),
    traffic: async on => void (await ask({ type: 'traffic', on })),
    run: async (experiment, lang) => void (await ask({ type: 'run', experiment, lang })),
    cancel: async () => void (await ask({ type: 'cancel' })),
    async outcome() {
      const { run, result } = await ask({ type: 'result' });
      return { run, result };
    },
    follow: heard => followKept(socket, heard),
  };
}
