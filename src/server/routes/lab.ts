import { Lab, LabFault, LabRepair } from '../schema/index.ts';
import { operation } from './operation.ts';

const tag = 'lab';

/** A lab that is kept up, and what is broken in it. */
export const lab = {
  getLab: operation({
    ...{ id: 'getLab', method: 'get', path: '/lab', tag, needs: 'read' },
    summary: 'The lab, and what is broken in it',
    description: '404 where no lab is served.',
    reply: Lab,
  }),
  breakLab: operation({
    ...{ id: 'breakLab', method: 'post', path: '/lab/faults', tag, needs: 'operate', changes: true },
    summary: 'Break something: pull a cable, lose packets, silence a gateway',
    body: LabFault,
    reply: Lab,
  }),
  repairLab: operation({
    ...{ id: 'repairLab', method: 'post', path: '/lab/repair', tag, needs: 'operate', changes: true },
    summary: 'Repair it',
    body: LabRepair,
    reply: Lab,
  }),
} as const;
