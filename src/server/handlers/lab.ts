import type { Language } from '../../text/index.ts';
import type { Parts } from '../context.ts';
import type { LabPort } from '../lab-port.ts';
import { ApiProblem } from '../problem.ts';
import type { operations } from '../routes/index.ts';
import { faultKinds } from '../schema/lab.ts';
import type { Handler } from '../serve.ts';
import { nowView, outcomeView } from './lab-view.ts';

type Ops = typeof operations;

function labOf({ lab }: Parts): LabPort {
  if (lab) return lab;
  throw new ApiProblem(404, 'web/no-lab', 'No lab is served here.', 'Serve one: jalur web --lab NAME.');
}

const at = (parts: Parts): string => new Date(parts.now()).toISOString();

async function view(parts: Parts, lang: Language) {
  const state = await labOf(parts).describe(lang);
  const { name, isps, experiments } = state;
  return { at: at(parts), name, isps, kinds: faultKinds, experiments, ...nowView(state) };
}

const outcome = async (parts: Parts) => ({ at: at(parts), ...outcomeView(await labOf(parts).outcome()) });

export const getLab: Handler<Ops['getLab']> = ({ parts, query }) => view(parts, query.lang);

export const breakLab: Handler<Ops['breakLab']> = async ({ parts, query, body, note }) => {
  note(`${body.fault} ${body.isp ?? ''}`.trim());
  await labOf(parts).break(body);
  return view(parts, query.lang);
};

export const repairLab: Handler<Ops['repairLab']> = async ({ parts, query, body, note }) => {
  note(body.isp ?? 'everything');
  await labOf(parts).repair(body);
  return view(parts, query.lang);
};

export const letLabTraffic: Handler<Ops['letLabTraffic']> = async ({ parts, query, body, note }) => {
  note(body.on ? 'on' : 'off');
  await labOf(parts).traffic(body.on);
  return view(parts, query.lang);
};

export const getLabRun: Handler<Ops['getLabRun']> = ({ parts }) => outcome(parts);

export const runLabExperiment: Handler<Ops['runLabExperiment']> = async ({ parts, body, note }) => {
  note(body.experiment);
  await labOf(parts).run(body.experiment, body.lang);
  return outcome(parts);
};

export const cancelLabRun: Handler<Ops['cancelLabRun']> = async ({ parts }) => {
  await labOf(parts).cancel();
  return outcome(parts);
};
