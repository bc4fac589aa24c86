import { lineField, lineMark, type Program } from '../../../linux/index.ts';
import { equal } from '../../../model/index.ts';
import type { Effect, FlowChoice } from '../effect.ts';
import type { RunConfig } from '../event.ts';
import type { Decision, GatewayState, MovedLine } from '../state.ts';
import type { Step } from '../transition.ts';
import type { Uplink } from './uplink.ts';

// What becomes of connections when lines die and return. A connection is moved only where there is somewhere better.

const isAlive = ({ isDead }: Uplink): boolean => !isDead;

/** A line is dead and another is not. One that never was alive, a port without a cable, makes none where connections are to go back: they never could. */
function isOutage(uplinks: readonly Uplink[], goesBack: boolean): boolean {
  return uplinks.some(isAlive) && uplinks.some(one => one.isDead && (one.wasAlive || !goesBack));
}

const goesBack = ({ failback }: Pick<RunConfig, 'failback'>): boolean =>
  (failback?.kind ?? 'keep') !== 'keep';

/** Are connections of an outage that is over to go where the text has them? */
export function isReleased(
  state: { readonly config: Pick<RunConfig, 'failback'>; readonly isDrained: boolean },
  uplinks: readonly Uplink[],
): boolean {
  if (isOutage(uplinks, goesBack(state.config))) return false;
  const kind = state.config.failback?.kind ?? 'keep';
  return kind === 'cut' || (kind === 'drain' && state.isDrained);
}

/** What the compiler is told of the lines. */
export const flowsOf = (uplinks: readonly Uplink[], released: boolean) => ({
  lines: uplinks.map(({ interface: name, number, gateway, home, isDead }) => {
    return { interface: name, number, gateway, home, isDead };
  }),
  isReleased: released,
  outage: isOutage(uplinks, false),
});

/** Lines that are dead while another is not. */
const abandoned = (uplinks: readonly Uplink[]): readonly Uplink[] =>
  uplinks.some(isAlive) ? uplinks.filter(one => one.isDead) : [];

/** What was in force before: of this gateway, or of the last one. */
type Past = Pick<Decision, 'uplinks' | 'isReleased'> & { readonly isHeld?: boolean };

/** Connections that have to move since the decision before: those of lines that died, and of an outage that are to go back. */
export function movedFlows(before: Past | undefined, after: Decision): readonly MovedLine[] {
  if (!before) return [];
  const were = abandoned(before.uplinks).map(one => one.interface);
  const died = abandoned(after.uplinks).filter(one => !were.includes(one.interface));
  const back = after.isReleased && !before.isReleased ? after.uplinks.filter(isAlive) : [];
  return [
    ...died.map(({ number }): MovedLine => ({ number, why: 'died' })),
    ...back.map(({ number }): MovedLine => ({ number, why: 'goes-back' })),
  ];
}

/**
 * After this connections are moved once more, ms: what made a client speak may have been lost on its way to it, and for half a
 * second a client answers nothing of the kind again (tcp_invalid_ratelimit, ip-sysctl).
 */
const onceMoreMs = 700;

/** The marks of its connections: all of a dead line, those of an outage alone where they go back. */
const choiceOf = ({ number, why }: MovedLine): FlowChoice =>
  why === 'died'
    ? { mark: lineMark(number), mask: lineField.number.mask }
    : { mark: lineMark(number, true), mask: lineField.mask };

const moveFlows = (lines: readonly MovedLine[]): Effect => ({
  kind: 'moveFlows',
  flows: lines.map(choiceOf),
});

/** Moves connections, and once more those that did not go. */
export function moving(state: GatewayState, lines: readonly MovedLine[]): Step {
  if (lines.length === 0) return { state, effects: [] };
  const timer: Effect = { kind: 'timer', name: 'stragglers', afterMs: onceMoreMs };
  return { state: { ...state, moved: [...state.moved, ...lines] }, effects: [moveFlows(lines), timer] };
}

/** Only what still has to go: a line may have returned. */
export function hearStragglers(state: GatewayState): Step {
  const { moved, reached } = state;
  const dead = reached ? abandoned(reached.uplinks).map(({ number }) => number) : [];
  const lines = moved.filter(({ number, why }) =>
    why === 'died' ? dead.includes(number) : reached?.isReleased === true,
  );
  return { state: { ...state, moved: [] }, effects: lines.length > 0 ? [moveFlows(lines)] : [] };
}

/**
 * For how long after a change of routes connections that leave by another line than before are looked for, ms. While a line is
 * dead they always are; who is silent for longer after that is left to its own time-outs.
 */
const settlingMs = 600_000;

const isDeadNow = (uplinks: readonly Uplink[]): boolean => uplinks.some(one => one.isDead && one.wasAlive);

/** May connections leave by another line than their address was translated for? */
export const mayStray = (state: Pick<GatewayState, 'isSettling'>, uplinks: readonly Uplink[]): boolean =>
  state.isSettling || isDeadNow(uplinks);

/** The program with its hooks open, or closed. */
export function withHooks(program: Program, isOpen: boolean): Program {
  const { hooks } = program.nft;
  if (!hooks) return program;
  return { ...program, nft: { ...program.nft, hooks: hooks.map(hook => ({ ...hook, isOpen })) } };
}

/** Do packets go other ways than before? */
export const isRerouted = (before: Program | undefined, after: Program): boolean =>
  before !== undefined && !(equal(before.routes, after.routes) && equal(before.rules, after.rules));

/** A change of routes starts the time for which connections that stray are looked for; so does what an earlier gateway may have left. */
export function withSettling(state: GatewayState, before: Decision | undefined, after: Decision): Step {
  const isLeft = before === undefined && state.isSettling;
  const isChanged = isDeadNow(after.uplinks) || isRerouted(before?.program, after.program);
  if (after.uplinks.length === 0 || !(isLeft || isChanged)) return { state, effects: [] };
  const timer: Effect = { kind: 'timer', name: 'settle', afterMs: settlingMs };
  return { state: { ...state, isSettling: true }, effects: [timer] };
}

/** The end of an outage starts the time after which its connections go back; a new one takes it away. */
export function withDrain(state: GatewayState, before: Past | undefined, after: Decision): Step {
  const { failback } = after.config;
  if (failback?.kind !== 'drain') return { state, effects: [] };
  if (isOutage(after.uplinks, true)) return { state: { ...state, isDrained: false }, effects: [] };
  const isOver = before !== undefined && (before.isHeld === true || isOutage(before.uplinks, true));
  if (!isOver) return { state, effects: [] };
  const timer: Effect = { kind: 'timer', name: 'drain', afterMs: failback.afterMs };
  return { state, effects: [timer] };
}
