import type { Router } from '../../model/index.ts';
import { type Fault, situationOf, type World } from '../../rib/index.ts';
import { openInText } from '../../rsc/index.ts';
import type { OpenQuestion } from '../point.ts';
import { answerKey } from './both-ways.ts';
import { Events } from './events.ts';
import { pointOfText } from './point.ts';
import { atStartup } from './scripts.ts';
import type { Running, Settled, SettleOptions } from './settled.ts';

/** Runs the scripts of a router until nothing changes any more: at its start, then as these faults happen. */
export function settle(
  router: Router,
  world: World,
  faults: readonly Fault[] = [],
  options: SettleOptions = {},
): Settled {
  const well = settleWell(router, world, options);
  return faults.length === 0 ? well : settleAfter(well, faults, options);
}

/** The router after its start, before anything fails. */
export function settleWell(router: Router, world: World, options: SettleOptions = {}): Settled {
  const before: Running = {
    text: router,
    router,
    base: world,
    up: new Map(),
    statuses: new Map(),
    globals: new Map(),
    points: openInText(router).map(pointOfText),
    ran: [],
  };
  if (!hasScripts(router)) return atRest(before, [], options);
  const events = new Events(before, [], options);
  for (const due of atStartup(router)) events.run(due);
  return events.settle(true);
}

/** The same router as these faults happen. */
export function settleAfter(
  { running }: Pick<Settled, 'running'>,
  faults: readonly Fault[],
  options: SettleOptions,
): Settled {
  if (!hasScripts(running.text)) return atRest(running, faults, options);
  return new Events(running, faults, options).settle(false);
}

/** The same router in another world, of which `options.observed` says more. */
export function settleOn(
  { running }: Pick<Settled, 'running'>,
  world: World,
  options: SettleOptions,
): Settled {
  return settleAfter({ running: { ...running, base: world } }, [], options);
}

/** Conditions of scripts that a user can settle. */
export function scriptQuestions(router: Router, world: World): OpenQuestion[] {
  return settle(router, world)
    .points.filter(({ choices }) => choices.length > 0)
    .map(point => ({ questions: [answerKey(point)], answers: point.choices }));
}

const hasScripts = ({ netwatch, dhcpClients, plain }: Router): boolean =>
  netwatch.some(
    ({ upScript, downScript, properties }) =>
      `${upScript}${downScript}${properties['test-script'] ?? ''}` !== '',
  ) ||
  dhcpClients.some(({ script }) => script !== '') ||
  plain.some(({ properties }) =>
    ['on-up', 'on-down', 'on-event'].some(name => (properties[name] ?? '') !== ''),
  );

function atRest(running: Running, faults: readonly Fault[], options: SettleOptions): Settled {
  const { router, base, points } = running;
  return {
    ...situationOf(router, base, faults, options),
    router,
    points,
    ran: [],
    happened: [],
    running,
  };
}
