import { placeOf } from '../../model/index.ts';
import type { Fault } from '../../rib/index.ts';
import type { Trace } from '../../walk/index.ts';
import { merged, type Violation } from './search.ts';
import { routeOf } from './weight.ts';

/** Violations that one rule or route brings about in several states are one: the state without a fault, or the first, is shown. */
export function byCause(all: readonly Violation[]): Violation[] {
  const found = new Map<string, Violation>();
  for (const one of all) {
    const key = causeOf(one);
    const known = found.get(key);
    found.set(key, known ? joined(known, one) : one);
  }
  return overAllWans(withoutRepeats([...found.values()]));
}

/**
 * Several WANs that are dead unnoticed for one reason, as a check asks the gateway only or there is none, are one finding:
 * the first is shown, with the others beside it.
 */
function overAllWans(all: readonly Violation[]): Violation[] {
  const found = new Map<unknown, Violation>();
  for (const one of all) {
    const key = neglectOf(one) ?? one;
    const known = found.get(key);
    found.set(key, known ? withAnotherWan(known, one) : one);
  }
  return [...found.values()];
}

/** How the route that goes on leading to a dead WAN is checked, and with which faults; undefined: it is no such finding. */
function neglectOf(one: Violation): string | undefined {
  const { verdict, breach, trace, weight, isOver = false } = one;
  const route = routeOf(trace);
  const faults = statesOf(one);
  const isOfOneWan = new Set(faults.map(fault => fault.interface)).size === 1;
  const whose = breach.kind === 'own' ? breach.service : breach.kind;
  if (trace.ending.kind !== 'lost' || !isNeglect(breach) || !route || !isOfOneWan) return undefined;
  const { gateways, checkGateway } = route;
  const how = [checkGateway, ...gateways.map(({ recursive }) => recursive)];
  return JSON.stringify([verdict, isOver, whose, weight?.kind, how, faults.map(({ kind }) => kind).sort()]);
}

const isNeglect = ({ kind }: Violation['breach']): boolean => kind === 'outbound' || kind === 'own';

function withAnotherWan(known: Violation, more: Violation): Violation {
  const shares = [known.together ?? known.share, more.share];
  const together = shares.every(share => share !== undefined) ? Math.min(1, sum(shares)) : undefined;
  return { ...joined(known, more), together, alike: [...(known.alike ?? []), more] };
}

const sum = (shares: readonly (number | undefined)[]): number =>
  shares.reduce<number>((all, share = 0) => all + share, 0);

/** What is wrong in the same way while all is well is not told again of other rules: it is so then as well. */
function withoutRepeats(all: readonly Violation[]): Violation[] {
  const well = new Map(all.filter(({ fault }) => fault === undefined).map(one => [wayOf(one), one]));
  const found: Violation[] = [];
  const hidden = new Map<Violation, Fault[]>();
  for (const one of all) {
    const known = one.fault && !several.has(one.breach.kind) ? well.get(wayOf(one)) : undefined;
    if (known) hidden.set(known, [...(hidden.get(known) ?? []), ...statesOf(one)]);
    else found.push(one);
  }
  return found.map(one => {
    const more = hidden.get(one);
    return more ? { ...one, alsoIn: distinct([...(one.alsoIn ?? []), ...more]) } : one;
  });
}

const wayOf = ({ invariant, breach, verdict, trace }: Violation): string =>
  [invariant, breach.kind, verdict, trace.ending.kind].join(' ');

/** Each of them is another finding. */
const several: ReadonlySet<Violation['breach']['kind']> = new Set(['pinned', 'closed', 'into-itself', 'own']);

function joined(known: Violation, more: Violation): Violation {
  const states = [known, more].flatMap(statesOf);
  const shown = merged(known, more);
  const alsoIn = distinct(states.filter(state => !isSame(state, shown.fault)));
  const broken = [known, more].flatMap(({ invariant, alsoBreaks = [] }) => [invariant, ...alsoBreaks]);
  const alsoBreaks = [...new Set(broken)].filter(name => name !== shown.invariant);
  return { ...shown, alsoIn, ...(alsoBreaks.length > 0 && { alsoBreaks }) };
}

const statesOf = ({ fault, alsoIn = [] }: Violation): Fault[] => [...(fault ? [fault] : []), ...alsoIn];

const distinct = (faults: readonly Fault[]): Fault[] =>
  faults.filter((fault, i) => faults.findIndex(other => isSame(fault, other)) === i);

const isSame = (one: Fault, other: Fault | undefined): boolean =>
  one.interface === other?.interface && one.kind === other.kind;

/** What decides it: the invariant, how the packet ends, and the rule or route that sends it there. */
function causeOf({ invariant, verdict, breach, trace, isOver = false }: Violation): string {
  const { kind } = trace.ending;
  // A route that goes on leading to a dead WAN loses whatever takes it, and where there is none all is lost, whoever asks.
  const isLost = kind === 'lost' || kind === 'no-route';
  const what = breach.kind === 'pinned' ? breach : isLost ? kind : (toRouter(breach) ?? [invariant, breach]);
  return JSON.stringify([what, verdict, isOver, kind, deciding(trace)]);
}

/** What a LAN's host sends to the router goes the same way whether it asks or answers. */
function toRouter(breach: Violation['breach']): unknown {
  if (breach.kind === 'to-router') return ['to-router', breach.from];
  return breach.kind === 'from-host' ? ['to-router', breach.to] : undefined;
}

function deciding({ ending, steps }: Trace): unknown {
  if ('rule' in ending && ending.rule) return placeOf(ending.rule.origin);
  const routed = steps.findLast(step => step.kind === 'routed');
  if (routed?.kind !== 'routed') return 'no route';
  const { route, table, out, mark } = routed;
  // A dead WAN that nobody notices behind its gateway loses all that come to it, by whatever mark and table.
  if (ending.kind === 'lost') return [out, route?.gateways.map(({ text }) => text)];
  return [mark, table, out, route?.destination, route && placeOf(route.origin)];
}
