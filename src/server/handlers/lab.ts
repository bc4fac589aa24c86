import type { Parts } from '../context.ts';
import type { LabPort, LabState } from '../lab-port.ts';
import { ApiProblem } from '../problem.ts';
import type { operations } from '../routes/index.ts';
import { faultKinds } from '../schema/lab.ts';
import type { Handler } from '../serve.ts';

type Ops = typeof operations;

function labOf({ lab }: Parts): LabPort {
  if (lab) return lab;
  throw new ApiProblem(404, 'web/no-lab', 'No lab is served here.', 'Serve one: jalur web --lab NAME.');
}

const view = (parts: Parts, { name, isps, faults }: LabState) => ({
  at: new Date(parts.now()).toISOString(),
  ...{ name, isps, faults, kinds: faultKinds },
});

export const getLab: Handler<Ops['getLab']> = async ({ parts }) => view(parts, await labOf(parts).describe());

export const breakLab: Handler<Ops['breakLab']> = async ({ parts, body, note }) => {
  note(`${body.fault} ${body.isp ?? ''}`.trim());
  return view(parts, await labOf(parts).break(body));
};

export const repairLab: Handler<Ops['repairLab']> = async ({ parts, body, note }) => {
  note(body.isp ?? 'everything');
  return view(parts, await labOf(parts).repair(body));
};
