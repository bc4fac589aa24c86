import type { z } from '@hono/zod-openapi';
import { askKept } from '../lab/kept/index.ts';
import { ApiProblem } from './problem.ts';
import type { LabFault, LabRepair } from './schema/index.ts';

/** What is broken in a lab that is kept up. */
export interface LabState {
  readonly name: string;
  readonly isps: readonly string[];
  readonly faults: readonly { readonly fault: z.infer<typeof LabFault>['fault']; readonly isp: string }[];
}

/** A lab that is kept up by another process. */
export interface LabPort {
  describe(): Promise<LabState>;
  break(order: z.infer<typeof LabFault>): Promise<LabState>;
  repair(order: z.infer<typeof LabRepair>): Promise<LabState>;
}

/** The lab behind a socket of `jalur lab`. */
export function keptLab(socket: string): LabPort {
  const ask = async (request: Parameters<typeof askKept>[1]): Promise<LabState> => {
    const reply = await askKept(socket, request).catch(() => {
      throw new ApiProblem(
        503,
        'web/no-lab',
        'The lab does not answer.',
        'See whether it is still up: jalur lab list.',
      );
    });
    if (!reply.ok)
      throw new ApiProblem(409, 'web/lab-refused', reply.why, 'GET /lab has the ISPs and what is broken.');
    return reply;
  };
  return {
    describe: () => ask({ type: 'describe' }),
    break: order => ask({ type: 'fault', ...order }),
    repair: order => ask({ type: 'repair', ...order }),
  };
}
