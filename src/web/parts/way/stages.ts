import type { StepView, WayView } from '../views.ts';

/** Stations of a packet, in the order in which it can meet them. */
const order = [
  'arrives',
  'made',
  'prerouting',
  'output',
  'routing',
  'input',
  'forward',
  'postrouting',
] as const;
export type StageName = (typeof order)[number] | 'leaves' | 'arrived' | 'ends';

/** A station that the packet passed, and its steps there: their numbers in the story. */
export interface Stage {
  readonly name: StageName;
  readonly steps: readonly { readonly number: number; readonly step: StepView }[];
}

const ofChain: Readonly<Record<string, StageName>> = {
  prerouting: 'prerouting',
  dstnat: 'prerouting',
  forward: 'forward',
  input: 'input',
  output: 'output',
  postrouting: 'postrouting',
  srcnat: 'postrouting',
};

/** The stations of a packet: what it did not meet on its way is not among them. */
export function stagesOf({ steps, ending }: Pick<WayView, 'steps' | 'ending'>): readonly Stage[] {
  const stages: { name: StageName; steps: Stage['steps'][number][] }[] = [];
  const at = (name: StageName) => {
    const last = stages.at(-1);
    if (last?.name === name) return last;
    const next = { name, steps: [] };
    stages.push(next);
    return next;
  };
  let here: StageName = 'prerouting';
  let isRouted = false;
  for (const [index, step] of steps.entries()) {
    const name = stageOf(step, here, isRouted);
    at(name).steps.push({ number: index + 1, step });
    if (step.kind === 'routed') isRouted = true;
    here = after(step, name, here);
  }
  at(lastOf(ending.kind));
  return stages;
}

function stageOf({ kind, chain = '' }: StepView, here: StageName, isRouted: boolean): StageName {
  switch (kind) {
    case 'arrived':
      return 'arrives';
    case 'made':
      return 'made';
    case 'rule':
    case 'passed-over':
      return ofChain[chain] ?? here;
    case 'routed':
    case 'local':
      return 'routing';
    case 'translated':
      return isRouted && here !== 'output' ? 'postrouting' : here;
    case 'queued':
    case 'queued-in-tree':
      return 'postrouting';
    default:
      return here;
  }
}

function after({ kind }: StepView, name: StageName, here: StageName): StageName {
  if (kind === 'arrived') return 'prerouting';
  if (kind === 'made') return 'output';
  if (kind === 'local') return 'input';
  if (kind === 'routed') return here === 'output' ? 'output' : 'forward';
  return name;
}

const leaving = new Set(['forwarded', 'looped', 'stuck', 'leaked', 'lost']);

const lastOf = (ending: string): StageName => {
  if (leaving.has(ending)) return 'leaves';
  return ending === 'delivered' ? 'arrived' : 'ends';
};

/** Is it what a user wants of a packet? */
export const isGood = ({ ending }: Pick<WayView, 'ending'>): boolean =>
  ending.kind === 'forwarded' || ending.kind === 'delivered';
