import { changes } from '../conditions/index.ts';
import { hearForeign, hearManagers, hearQuiet } from './drift.ts';
import type { Effect } from './effect.ts';
import type { CoreEvent, TimerName } from './event.ts';
import { hearProbe } from './inputs.ts';
import { hearLease, hearLeasesTimer, leaseConditions, leasesTimer } from './leases/index.ts';
import { hearLine, hearStragglers, hearWan, withLines } from './lines/index.ts';
import { reason } from './reasons.ts';
import { hearHost, hearScriptsTimer, scriptsTimer } from './scripts/index.ts';
import { hearSecond } from './shares/index.ts';
import type { GatewayState } from './state.ts';
import { because, type Step } from './transition.ts';
import {
  hearConfig,
  hearConfigRefused,
  hearConfirmed,
  hearRolledBack,
  hearTakenBack,
  hearTrialTimer,
} from './trial/index.ts';
import {
  hearJournal,
  hearNotify,
  hearPast,
  hearPerformed,
  hearProbeSending,
  hearService,
} from './troubles.ts';
import { hearApplied, hearObserved } from './turn.ts';

type Handlers = {
  readonly [K in CoreEvent['kind']]: (
    state: GatewayState,
    event: Extract<CoreEvent, { readonly kind: K }>,
  ) => Step;
};

const timers: Readonly<Record<TimerName, (state: GatewayState, atMs: number) => Step>> = {
  scripts: hearScriptsTimer,
  retry: (state, atMs) => because(state, { reason: reason('retry'), atMs }),
  drift: hearQuiet,
  stragglers: hearStragglers,
  leases: hearLeasesTimer,
  trial: hearTrialTimer,
  'past-connections': hearPast('connections'),
  'past-flows': hearPast('flows'),
  drain: (state, atMs) => because({ ...state, isDrained: true }, { reason: reason('drained'), atMs }),
  settle: (state, atMs) => because({ ...state, isSettling: false }, { reason: reason('settled'), atMs }),
};

const handlers: Handlers = {
  start: (state, { atMs }) =>
    because({ ...state, conditions: leaseConditions(state) }, { reason: reason('start'), atMs }),
  link: because,
  drift: (state, { reason: why, atMs, byOthers }) =>
    because(state, { reason: why, atMs, drift: byOthers ? 'by-others' : 'seen' }),
  timer: (state, { name, atMs }) => timers[name](state, atMs),
  second: hearSecond,
  lease: hearLease,
  probe: hearProbe,
  line: hearLine,
  host: hearHost,
  foreign: hearForeign,
  managers: hearManagers,
  journal: hearJournal,
  notify: hearNotify,
  config: hearConfig,
  'config-refused': hearConfigRefused,
  'rolled-back': hearRolledBack,
  'taken-back': hearTakenBack,
  confirmed: hearConfirmed,
  wan: hearWan,
  'probe-sending': hearProbeSending,
  service: hearService,
  performed: hearPerformed,
  observed: hearObserved,
  applied: hearApplied,
};

/** The gateway's decision on one event. Pure: the same state and event give the same step. */
export function step(state: GatewayState, event: CoreEvent): Step {
  const handler = handlers[event.kind] as (state: GatewayState, event: CoreEvent) => Step;
  const heard = handler(state, event);
  const turned = startTurn(heard.state);
  const lined = withLines(state, turned.state, event.atMs);
  return {
    state: lined.state,
    effects: [...heard.effects, ...turned.effects, ...lined.effects, ...beside(state, lined.state, event)],
  };
}

/** Causes that wait start a turn, unless one is under way: it begins with a look at the kernel. */
function startTurn(state: GatewayState): Step {
  if (state.turn.kind !== 'idle' || state.pending.length === 0) return { state, effects: [] };
  return { state: { ...state, turn: { kind: 'observing' } }, effects: [{ kind: 'observe' }] };
}

const beside = (before: GatewayState, after: GatewayState, event: CoreEvent): Effect[] => [
  ...report(before, after, event.atMs),
  ...scriptsTimer(before, after, event),
  ...leasesTimer(before, after, event),
];

/** Conditions that were raised or cleared by a step. */
function report(before: GatewayState, after: GatewayState, atMs: number): Effect[] {
  const { raised, cleared } = changes(before.conditions, after.conditions);
  return [
    ...raised.map(condition => ({ kind: 'emit', event: { type: 'problem', atMs, condition } }) as const),
    ...cleared.map(condition => ({ kind: 'emit', event: { type: 'cleared', atMs, condition } }) as const),
  ];
}
