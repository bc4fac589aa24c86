import { Lab, LabFault, LabOutcome, LabQuery, LabRepair, LabRunOrder, LabTraffic } from '../schema/index.ts';
import { operation } from './operation.ts';

const tag = 'lab';

/** A lab that is kept up: what is broken in it, and experiments on its bench. */
export const lab = {
  getLab: operation({
    ...{ id: 'getLab', method: 'get', path: '/lab', tag, needs: 'read' },
    summary: 'The lab, what is broken in it, and what can be tried',
    description: '404 where no lab is served.',
    query: LabQuery,
    reply: Lab,
  }),
  breakLab: operation({
    ...{ id: 'breakLab', method: 'post', path: '/lab/faults', tag, needs: 'operate', changes: true },
    summary: 'Break something: pull a cable, lose packets, silence a gateway',
    query: LabQuery,
    body: LabFault,
    reply: Lab,
  }),
  repairLab: operation({
    ...{ id: 'repairLab', method: 'post', path: '/lab/repair', tag, needs: 'operate', changes: true },
    summary: 'Repair it',
    query: LabQuery,
    body: LabRepair,
    reply: Lab,
  }),
  letLabTraffic: operation({
    ...{ id: 'letLabTraffic', method: 'post', path: '/lab/traffic', tag, needs: 'operate', changes: true },
    summary: 'Let its clients use the Internet, or stop that',
    query: LabQuery,
    body: LabTraffic,
    reply: Lab,
  }),
  getLabRun: operation({
    ...{ id: 'getLabRun', method: 'get', path: '/lab/run', tag, needs: 'read' },
    summary: 'The experiment that runs, or what the last one found',
    reply: LabOutcome,
  }),
  runLabExperiment: operation({
    ...{ id: 'runLabExperiment', method: 'post', path: '/lab/run', tag, needs: 'operate', changes: true },
    summary: 'Begin an experiment, in labs of its own beside this one; one at a time',
    body: LabRunOrder,
    reply: LabOutcome,
  }),
  cancelLabRun: operation({
    ...{ id: 'cancelLabRun', method: 'delete', path: '/lab/run', tag, needs: 'operate', changes: true },
    summary: 'Cancel the experiment; its labs are gone when this answers',
    reply: LabOutcome,
  }),
} as const;
