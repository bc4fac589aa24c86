import { freeze, type Router } from '../model/index.ts';
import type { World } from '../rib/index.ts';
import {
  distinctPoints,
  type EventPoint,
  type Exploration,
  type PointView,
  type Prepared,
} from '../walk/index.ts';
import { type PacketClass, type SomeClasses, somePacketClasses } from './classes/classes.ts';
import { defectsOf, isRestOfMain } from './defects/completeness.ts';
import type { Defect } from './defects/defect.ts';
import { unreachedRules } from './defects/reached.ts';
import { routeLoops, shutOutRoutes } from './defects/route-loops.ts';
import { unknownTables } from './defects/tables.ts';
import { aboutWhat } from './invariants/about.ts';
import { cutOff, lockedOut } from './invariants/blocked.ts';
import { type InvariantName, invariantNames } from './invariants/breach.ts';
import { invariantsOf } from './invariants/invariants.ts';
import type { ProveOptions } from './prove-options.ts';
import type { Conversation } from './search/conversation.ts';
import { joined } from './search/findings.ts';
import { isLimited } from './search/limited.ts';
import { byCause } from './search/same-cause.ts';
import { type Doubt, type Findings, searchIn, type Violation, type Walked } from './search/search.ts';
import { SeedSolver } from './search/seed-solver.ts';
import { WaysLimit } from './search/ways-limit.ts';
import { closedServers } from './served/closed.ts';
import { closedForwards } from './served/closed-forwards.ts';
import { type FaultyState, faultyStates, watchedLines, withFaults } from './states/faults.ts';
import { Representatives } from './states/representatives.ts';
import { type State, States, searchState } from './states/states.ts';
import { uplinksOf } from './states/uplinks.ts';
import { withoutOpenLeaks } from './unjudged/inner-router.ts';
import { missing } from './unjudged/missing.ts';
import { contradictionIn } from './unjudged/pages.ts';
import type { NotJudged, VerdictKind } from './unjudged/verdict.ts';

/** What is known of one invariant. */
interface InvariantVerdict {
  readonly invariant: InvariantName;
  readonly verdict: VerdictKind;
  readonly points: readonly PointView[];
  /** Why it was not judged. */
  readonly why?: NotJudged | undefined;
}

/** Of a whole text. `partly-judged`: what was judged holds, and something could not be. `not-judged`: nothing was. */
export type FileVerdict = VerdictKind | 'partly-judged';

/** What was proved, and what was found instead. */
export interface Proof {
  /** The worst of all invariants: violated, depends, not judged, holds. */
  readonly verdict: FileVerdict;
  readonly invariants: readonly InvariantVerdict[];
  /** Those about which the text has anything: of the others there is nothing to hold or to be broken. */
  readonly about: readonly InvariantName[];
  /** All points on which a verdict depends. */
  readonly points: readonly PointView[];
  readonly violations: readonly Violation[];
  /** What is lost on purpose, or where a script decides that only the router can carry out: no violation. */
  readonly remarks: readonly Violation[];
  readonly defects: readonly Defect[];
  /** Marking rules that never act, and what balances leave to main: no violation. */
  readonly leftOvers: readonly Defect[];
  readonly doubts: readonly Doubt[];
  /** What of scripts, and of what runs them, is open or flaps. */
  readonly events: readonly EventPoint[];
  /** Conditions of scripts, probes and hours that were walked each way. */
  readonly asked: readonly EventPoint[];
  /** Packet classes that were walked, and states of the WANs (well, or one of them down). */
  readonly packetClasses: number;
  readonly linkStates: number;
  /** The router while all is well. */
  readonly healthy: Prepared;
}

/** Checks every invariant for every class of packets, with all WANs well and with any one of them dead. */
export function prove(router: Router, world: World, options: ProveOptions): Proof {
  const states = new States(withoutQueues(router), world, options);
  const well = states.well();
  const [healthy] = well.ways[0].prepared;
  const contradiction = contradictionIn(healthy.router);
  if (contradiction) return unjudged(healthy, { kind: 'several', ...contradiction });
  const { classes, leftOut } = kindsOf(healthy, options.mostKinds ?? mostKinds);
  const isWhole = leftOut === 0;
  const uplinks = uplinksOf(healthy);
  const isWellOnly = options.wellOnly === true || uplinks.length < 2;
  const ill = isWellOnly ? [] : faultyStates(states, uplinks, watchedLines(healthy.router));
  const inside = new Representatives();
  const walking = { solver: new SeedSolver(), limit: new WaysLimit() };
  const { onWalked } = options;
  const inState = (state: number): Walking => ({
    ...walking,
    walked: onWalked && ((packet, packets) => onWalked({ state, states: 1 + ill.length, packet, packets })),
  });
  const all = joined([
    searchState(well, one => withoutFaults(one, classes, isWhole, inState(1), inside)),
    ...ill.map((faulty, i) => withFault(faulty, classes.filter(leadsOut), inside, inState(i + 2))),
  ]);
  const everyState = [well, ...ill.map(({ state }) => state)];
  const events = eventsOf(everyState.map(({ points }) => points));
  const asked = eventsOf(everyState.map(one => one.events.asked));
  const ofScripts = new Set([...events, ...asked].flatMap(({ id, kind }) => (kind === 'script' ? [id] : [])));
  const isLeftToScripts = ({ verdict, points }: Violation): boolean =>
    verdict === 'depends' && points.some(({ id }) => ofScripts.has(id));
  const found = byCause(all.violations);
  const violations = found.filter(one => !isLeftToScripts(one));
  // A script may be there for this very case: whether it is wrong, only the router can tell.
  const leftToScripts = found.filter(isLeftToScripts);
  // That nothing reaches a rule is known only where everything was asked.
  const unreached = isWhole ? unreachedRules(healthy, classes) : [];
  // A mark that is never set may be a left-over; a balance that never happens is none.
  const isLeftOver = (one: Defect): boolean =>
    one.flaw.kind === 'unreached-mark' || isRestOfMain(healthy, one);
  const ofText = split(defectsOf(healthy), well);
  const defects = together([
    ...ofText.defects.filter(one => !isLeftOver(one)),
    ...routeLoops(healthy),
    ...shutOutRoutes(healthy),
    ...unreached.filter(one => !isLeftOver(one)),
  ]);
  const doubts = [
    ...(isWhole ? [] : notAllAsked(leftOut)),
    ...all.doubts,
    ...ofText.doubts,
    ...unasked(well, classes),
    ...unknownTables(healthy),
  ];
  const meant = byCause(all.remarks);
  const remarks = [...leftToScripts, ...meant];
  // What rules refuse above a limit is meant, and still nobody can say whether it gets through.
  const open = [...found, ...meant.filter(isLimited)];
  const invariants = invariantNames.map(name => verdictOf(name, open, defects, doubts, events));
  const about = aboutWhat(healthy, classes);
  return {
    verdict: worst(invariants, about),
    invariants,
    about,
    points: distinctPoints(invariants.flatMap(({ points }) => points)),
    violations,
    remarks,
    defects,
    leftOvers: together([...unreached, ...ofText.defects].filter(isLeftOver)),
    doubts,
    events,
    asked,
    packetClasses: classes.length,
    linkStates: 1 + ill.reduce((sum, { faults, isOver }) => sum + (isOver ? 0 : faults.length), 0),
    healthy,
  };
}

/** What is wrong with several rules in the same way is said once, with the place of each. */
function together(defects: readonly Defect[]): Defect[] {
  const found = new Map<string, Defect>();
  for (const one of defects) {
    const key = JSON.stringify([one.invariant, one.flaw]);
    const known = found.get(key);
    found.set(key, known ? { ...known, origins: [...known.origins, ...one.origins] } : one);
  }
  return [...found.values()];
}

/** A balance that lacks remainders, where statements that only the router can carry out may add rules to it. */
function split(found: readonly Defect[], { points }: State): Pick<Proof, 'defects' | 'doubts'> {
  const open = points.find(
    ({ isOfText, touched = [mangle] }) => isOfText === true && touched.includes(mangle),
  );
  const isOpen = ({ flaw }: Defect): boolean => open !== undefined && flaw.kind === 'missing';
  const why = open && { kind: 'left-to-router' as const, point: open };
  return {
    defects: found.filter(one => !isOpen(one)),
    doubts: why ? found.filter(isOpen).map(({ invariant }) => ({ invariant, why })) : [],
  };
}

const mangle = '/ip firewall mangle';

/** A minute's work on large texts; usual ones have some hundreds. */
const mostKinds = 200_000;

/** Where there are more, nothing can be said to hold: a part of them, from all over, is looked at for what is violated. */
function kindsOf(healthy: Prepared, most: number): SomeClasses {
  const kinds = somePacketClasses(healthy, most);
  return kinds.leftOut === 0 ? kinds : somePacketClasses(healthy, Math.ceil(most / 8));
}

/** Queues delay packets; nothing that is proved depends on them, nor on marks that only they read. */
const withoutQueues = (router: Router): Router => freeze({ ...router, simpleQueues: [], queueTrees: [] });

/** What is asked in every state, whatever became of it before. A probe goes by its own WAN, and shall be lost with it. */
const leadsOut = ({ direction, asked }: PacketClass): boolean =>
  direction === 'lan-to-internet' || (direction === 'router-to-servers' && asked?.service !== 'netwatch');

/** What all states share. */
interface Walking {
  readonly solver: SeedSolver;
  readonly limit: WaysLimit;
  readonly walked?: Walked | undefined;
}

function withFault(
  faulty: FaultyState,
  outbound: readonly PacketClass[],
  inside: Representatives,
  { solver, ...walking }: Walking,
): Findings {
  const [fault] = faulty.faults;
  const search = (one: Prepared): Findings =>
    withoutOpenLeaks(one, searchIn(one, [...outbound, ...inside.in(one)], solver, { fault, ...walking }));
  return withFaults(searchState(faulty.state, search), faulty);
}

function withoutFaults(
  healthy: Prepared,
  classes: readonly PacketClass[],
  isWhole: boolean,
  { solver, ...walking }: Walking,
  inside: Representatives,
): Findings {
  const holding = (one: PacketClass, ways: Exploration<Conversation>): void => {
    if (!leadsOut(one)) inside.note(one, ways);
  };
  const found = withoutOpenLeaks(healthy, searchIn(healthy, classes, solver, { holding, ...walking }));
  const unreached = found.violations.some(({ invariant }) => invariant === 'lan-reaches-internet');
  // What is said of packets of which none gets through needs all of them.
  if (!isWhole) return found;
  return joined([
    found,
    lockedOut(healthy, classes),
    closedServers(healthy, classes),
    closedForwards(healthy),
    ...(unreached ? [] : [cutOff(healthy, classes)]),
  ]);
}

/** Each point of any state once. */
function eventsOf(states: readonly (readonly EventPoint[])[]): EventPoint[] {
  return [...new Map(states.flat().map(point => [point.id, point])).values()];
}

/** Invariants about packets of which there are none, though there ought to be some. */
function unasked(well: State, classes: readonly PacketClass[]): Doubt[] {
  const [healthy] = well.ways[0].prepared;
  const asked = new Set(classes.flatMap(({ direction }) => invariantsOf(direction)));
  // Between LANs there is nothing to ask where there is but one; of port forwards, where there is none.
  const inside: readonly InvariantName[] = ['lan-reaches-lan', 'forward-works-inside', 'marks-are-reached'];
  const empty = healthy.lans.length === 0 ? ofTheText : [...ofTheText, ...inside];
  return invariantNames
    .filter(name => !asked.has(name) && !empty.includes(name))
    .map(invariant => ({ invariant, why: missing(well, invariant) }));
}

/** What is said of packets, where not all kinds of them were walked. */
function notAllAsked(leftOut: number): Doubt[] {
  const why: NotJudged = { kind: 'too-many-kinds', leftOut };
  return invariantNames.filter(name => !ofTables.includes(name)).map(invariant => ({ invariant, why }));
}

/** Pieces of several routers, read as one, show nothing of any. */
function unjudged(healthy: Prepared, why: NotJudged): Proof {
  return {
    verdict: 'not-judged',
    invariants: invariantNames.map(invariant => ({ invariant, verdict: 'not-judged', points: [], why })),
    about: invariantNames,
    points: [],
    violations: [],
    remarks: [],
    defects: [],
    leftOvers: [],
    doubts: invariantNames.map(invariant => ({ invariant, why })),
    events: [],
    asked: [],
    packetClasses: 0,
    linkStates: 1,
    healthy,
  };
}

/** What the text alone shows. */
const ofTables: readonly InvariantName[] = ['pcc-is-complete', 'tables-are-live', 'routes-resolve'];

/** What needs no LAN; what the router asks only where it asks anybody. */
const ofTheText: readonly InvariantName[] = [
  'pcc-is-complete',
  'tables-are-live',
  'routes-resolve',
  'router-reaches-servers',
  'tunnels-lead-outside',
  'vpn-servers-answer',
  'forward-works-outside',
];

function verdictOf(
  invariant: InvariantName,
  violations: readonly Violation[],
  defects: readonly Defect[],
  doubts: readonly Doubt[],
  events: readonly EventPoint[],
): InvariantVerdict {
  const own = violations.filter(one => one.invariant === invariant || one.alsoBreaks?.includes(invariant));
  const isViolated =
    own.some(({ verdict }) => verdict === 'violated') || defects.some(one => one.invariant === invariant);
  if (isViolated) return { invariant, verdict: 'violated', points: [] };
  const points = distinctPoints(own.flatMap(one => one.points));
  if (own.length > 0) return { invariant, verdict: 'depends', points };
  const doubt = doubts.find(one => one.invariant === invariant);
  // What a script may do is known of the text alone where the text alone is judged.
  const open = events.filter(({ kind }) => kind !== 'flapping');
  if (!doubt && open.length > 0 && !ofTheText.includes(invariant))
    return { invariant, verdict: 'depends', points: open };
  return doubt
    ? { invariant, verdict: 'not-judged', points, why: doubt.why }
    : { invariant, verdict: 'holds', points };
}

function worst(invariants: readonly InvariantVerdict[], about: readonly InvariantName[]): FileVerdict {
  const order: readonly VerdictKind[] = ['violated', 'depends', 'not-judged'];
  const found = order.find(kind => invariants.some(({ verdict }) => verdict === kind)) ?? 'holds';
  const isJudged = invariants.some(
    ({ invariant, verdict }) => verdict === 'holds' && about.includes(invariant),
  );
  return found === 'not-judged' && isJudged ? 'partly-judged' : found;
}
