import { equal, rolesOf } from '../../../model/index.ts';
import { condition, replace } from '../../conditions/index.ts';
import type { Effect } from '../effect.ts';
import type { GatewayState } from '../state.ts';
import type { Step } from '../transition.ts';
import { isHeldBack } from './judged.ts';
import type { LineState } from './line-state.ts';

/** The state with the lines as they are now; each change is said, and what lasts is a condition. */
export function withLines(before: GatewayState, after: GatewayState, atMs: number): Step {
  const isTouched =
    before.interfaces !== after.interfaces ||
    before.judgements !== after.judgements ||
    before.forced !== after.forced ||
    before.reached !== after.reached;
  if (!isTouched) return { state: after, effects: [] };
  const isAnother = isAnotherLine(before, after);
  const lines = Object.fromEntries(
    namesOf(after).map(name => [name, (!isAnother(name) && after.lines[name]) || lineOf(after, name, atMs)]),
  );
  if (equal(lines, after.lines)) return { state: after, effects: [] };
  const changed = Object.values(lines).filter(line => after.lines[line.line]?.sinceMs !== line.sinceMs);
  const effects = changed.map((line): Effect => ({ kind: 'emit', event: { type: 'line', atMs, ...line } }));
  return { state: { ...after, lines, conditions: conditionsOf(after, lines) }, effects };
}

/** May what is known of a line have changed? Of many lines most stay as they are. */
function isAnotherLine(before: GatewayState, after: GatewayState): (name: string) => boolean {
  const isSame = before.interfaces === after.interfaces && before.forced === after.forced;
  return name => !isSame || before.judgements[name] !== after.judgements[name];
}

/** At RouterOS's pace nobody judges lines: only the hand says something of them. */
function namesOf({ config, reached, watched, forced }: GatewayState): readonly string[] {
  const wans = reached ? rolesOf(reached.router).wans : [];
  if (config.pace !== 'jalur') return wans.filter(name => forced.includes(name));
  return [...new Set([...wans, ...watched.map(({ watch }) => watch.line)])];
}

/** The hand first, then carrier, then the probes; since when: as long as state and cause are the same. */
function lineOf(state: GatewayState, line: string, atMs: number): LineState {
  const said = judged(state, line);
  const known = state.lines[line];
  const isSame = known?.status === said.status && known.cause === said.cause && known.held === said.held;
  return { line, ...said, sinceMs: isSame && known ? known.sinceMs : atMs };
}

function judged(state: GatewayState, line: string): Omit<LineState, 'line' | 'sinceMs'> {
  const { interfaces, forced, judgements } = state;
  if (forced.includes(line)) return { status: 'down', cause: 'forced' };
  if (interfaces[line]?.running !== true) return { status: 'down', cause: 'carrier' };
  const known = judgements[line];
  if (!known) return { status: 'unknown', ...(isHeldBack(state, line) && { held: true }) };
  const { status, cause, held } = known.verdict;
  return { status, cause, evidence: known.evidence, held };
}

function conditionsOf({ conditions }: GatewayState, lines: Readonly<Record<string, LineState>>) {
  const all = Object.values(lines);
  const of = (status: LineState['status']) => all.filter(one => one.status === status);
  const down = of('down').map(({ line, cause = 'upstream' }) =>
    condition('gateway/line-down', { interface: line, cause }),
  );
  const poor = of('degraded').map(({ line, cause = 'loss', evidence = {} }) => {
    const { loss = 0, roundTripMs = 0, jitterMs = 0 } = evidence;
    const figures = {
      lossPercent: Math.round(loss * 100),
      roundTripMs: Math.round(roundTripMs),
      jitterMs: Math.round(jitterMs),
    };
    return condition('gateway/line-degraded', { interface: line, cause, ...figures });
  });
  return replace(replace(conditions, 'gateway/line-down', down), 'gateway/line-degraded', poor);
}
