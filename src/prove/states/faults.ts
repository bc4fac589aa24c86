import { dialledLines, type Router } from '../../model/index.ts';
import type { Fault } from '../../rib/index.ts';
import { StateSignatures } from '../../walk/index.ts';
import type { Findings, Violation } from '../search/search.ts';
import type { State, States } from './states.ts';

/** A state of the router that one or several faults lead to, because it cannot tell them apart. */
export interface FaultyState {
  readonly faults: readonly [Fault, ...Fault[]];
  readonly state: State;
  /** The fault is over, and scripts have left something behind. */
  readonly isOver: boolean;
}

/** Each WAN unplugged, with a silent next hop, and dead behind it: what differs for the router, each once.
 * `watched`: lines that go down where their far end is silent. */
export function faultyStates(
  states: States,
  wans: readonly string[],
  watched: readonly string[] = [],
): FaultyState[] {
  const found = new Map<string, FaultyState>();
  const signatures = new StateSignatures();
  const add = (fault: Fault, state: State, isOver: boolean): void => {
    const key = `${isOver} ${stateKey(state, signatures)}`;
    const known = found.get(key);
    found.set(
      key,
      known ? { ...known, faults: [...known.faults, fault] } : { faults: [fault], state, isOver },
    );
  };
  for (const fault of wans.flatMap(name => faultsOf(name, watched.includes(name)))) {
    const state = states.after(fault);
    if (!isCutOff(state, wans)) add(fault, state, false);
    const back = states.back(fault);
    if (back) add(fault, back, true);
  }
  return [...found.values()];
}

/** Is every WAN down, as they all ride on the port that is unplugged? Nothing can lead out then. */
const isCutOff = ({ ways }: State, wans: readonly string[]): boolean =>
  wans.length > 1 &&
  ways.every(({ prepared }) =>
    prepared.every(({ world }) => wans.every(name => !world.interfaces[name]?.running)),
  );

/** Lines whose far end is asked for signs of life, unless the text turns that off. */
export const watchedLines = (router: Router): string[] =>
  dialledLines(router)
    .map(line => line.interface)
    .filter(({ kind, properties }) => kind !== 'lte' && !isOff(properties['keepalive-timeout']))
    .map(({ name }) => name);

const isOff = (timeout: string | undefined): boolean => timeout === 'disabled' || timeout === '0';

/** A line that is dialled goes down with the far end that no longer answers (docs/routeros.md#dial-up-clients). */
const faultsOf = (name: string, isDialled: boolean): Fault[] => [
  { interface: name, kind: 'unplugged' },
  ...(isDialled ? [] : [{ interface: name, kind: 'gateway' } as const]),
  { interface: name, kind: 'upstream' },
];

/** All that is to be told of a state. */
const stateKey = ({ ways, points }: State, signatures: StateSignatures): string =>
  JSON.stringify([points, ways.map(way => [way.answers, signatures.of(way.prepared)])]);

/** What was found in a state, with all faults that lead to it. */
export function withFaults(found: Findings, { faults, isOver }: FaultyState): Findings {
  const [, ...others] = faults;
  const named = (one: Violation): Violation => ({ ...one, alsoIn: others, isOver });
  return { ...found, violations: found.violations.map(named), remarks: found.remarks.map(named) };
}
