import {
  type Change,
  changesBetween,
  type Kinds,
  kindsBetween,
  type Movers,
  moversBetween,
  writtenChanges,
} from '../../diff/index.ts';
import type { Fault } from '../../rib/index.ts';
import { type SampleSize, wayKey } from '../../spread/index.ts';
import type { Language } from '../../text/index.ts';
import {
  asWritten,
  endingText,
  nameOf,
  type Prepared,
  packetText,
  pointsText,
  type Trace,
} from '../../walk/index.ts';
import { reservation, reserved } from '../not-understood.ts';
import { verdictJson } from '../points.ts';
import type { WalkSubject } from '../subject/index.ts';
import { preparedAfter, preparedSubject } from '../subject/index.ts';
import { walkWords } from '../words.ts';
import { changeJson } from './change.ts';

/** Everything that differs between two configurations. */
export interface Difference {
  /** What the router has. */
  readonly changes: readonly Change[];
  /** Statements that differ though nothing that the router has does. */
  readonly written: readonly Change[];
  readonly movers: Movers;
  readonly kinds: Kinds;
  readonly before: Prepared;
  readonly after: Prepared;
  /** What differs in an outage of one line; undefined: it was not asked, as something is down already. */
  readonly outages: readonly OutageDifference[] | undefined;
}

/** What differs while one line is in trouble. */
export interface OutageDifference {
  readonly fault: Fault;
  readonly connections: number;
  readonly moving: number;
  readonly kinds: number;
}

export function differenceBetween(
  [old, now]: readonly [WalkSubject, WalkSubject],
  size: SampleSize,
): Difference {
  const secrets = { before: old.config.secrets, after: now.config.secrets };
  const changes = changesBetween(old.config.router, now.config.router, secrets);
  const isMade = [old, now].some(({ config }) => config.intents.length + config.listings.length > 0);
  const [before, after] = [preparedSubject(old), preparedSubject(now)];
  return {
    changes,
    // What an intent leaves unsaid is no line that was taken away.
    written: isMade ? [] : writtenChanges(old.config.texts, now.config.texts, changes),
    movers: moversBetween(before, after, size),
    kinds: kindsBetween(before, after),
    before,
    after,
    outages: isWell(before) && isWell(after) ? outagesBetween([old, now], before, size) : undefined,
  };
}

/** In an outage fewer connections are sent: it is asked many times. */
const mostInOutage = 300;

/** Lines of both, each unplugged, with a silent gateway, and dead behind it. */
function outagesBetween(
  sides: readonly [WalkSubject, WalkSubject],
  { wans }: Prepared,
  size: SampleSize,
): OutageDifference[] {
  if (sides.some(({ behaviour }) => !asWritten(behaviour))) return [];
  const few = { ...size, flows: Math.min(size.flows, mostInOutage) };
  const kinds = ['unplugged', 'gateway', 'upstream'] as const;
  return wans
    .flatMap(name => kinds.map(kind => ({ interface: name, kind })))
    .map(fault => {
      const [before, after] = sides.map(side => preparedAfter(side, fault));
      const movers = before && after && moversBetween(before, after, few);
      const other = before && after ? kindsBetween(before, after).changed : [];
      return {
        fault,
        connections: movers?.connections ?? 0,
        moving: movers?.moving.to ?? 0,
        kinds: other.reduce((sum, change) => sum + change.kinds, 0),
      };
    });
}

/** What differs, and who moves, in one line. */
export function differenceHead(difference: Difference, language: Language): string {
  const { changes, written, after } = difference;
  const { diff } = walkWords[language];
  const what =
    changes.length + written.length === 0 ? diff.noChange : diff.changes(changes.length, written.length);
  return reserved(`${what} ${comparedText(difference, language)}`, reservation(after.router, language));
}

function comparedText({ movers, kinds, after, outages }: Difference, language: Language): string {
  const { diff, range, depending } = walkWords[language];
  const { connections, moving, points } = movers;
  const { from, to } = moving;
  const many = from === to ? `${to}` : range(`${from}`, `${to}`);
  const open = points.length === 0 ? '' : depending(pointsText(points, language));
  const others = kinds.changed.reduce((sum, change) => sum + change.kinds, 0);
  if (connections + kinds.sent === 0) return diff.nothingSent;
  return [
    ...(after.wans.length > 1 && isWell(after) ? [diff.allUp] : []),
    ...(connections === 0 ? [] : [diff.moving(connections, many, to === 1, open)]),
    diff.kinds(kinds.sent, others),
    ...(outages && outages.length > 0
      ? [diff.inOutage(moreIn(outages, moving.to, others).length, outages.length)]
      : []),
  ].join(' ');
}

/** Outages in which something differs, though nothing does while all is well; else those in which it is another part. */
export function outagesThatDiffer(difference: Difference): readonly OutageDifference[] {
  const { movers, kinds, outages = [] } = difference;
  const others = kinds.changed.reduce((sum, change) => sum + change.kinds, 0);
  return moreIn(outages, movers.moving.to, others);
}

const moreIn = (outages: readonly OutageDifference[], moving: number, kinds: number): OutageDifference[] =>
  outages.filter(
    one => (one.moving > 0 && moving === 0) || (one.kinds > 0 && kinds === 0) || one.kinds > kinds,
  );

/** `With ether1 unplugged: of 300 connections 300 end in another way, …`. */
export function outageText({ router }: Prepared, one: OutageDifference, language: Language): string {
  const { fault, connections, moving, kinds } = one;
  const { diff, prove } = walkWords[language];
  const state = prove[fault.kind](nameOf(router, fault.interface));
  return diff.outage(state, connections, moving, kinds);
}

/** Is no WAN down or dead? What moves in an outage is another question. */
const isWell = ({ world, wans }: Prepared): boolean =>
  wans.every(name => world.interfaces[name]?.running !== false) &&
  world.unreachable.length + (world.downLines ?? []).length + (world.dead ?? []).length === 0;

const inEnglish = (prepared: Prepared, trace: Trace): string => endingText(prepared, trace, 'en');

/** A difference as data; secrets are masked. */
export function differenceJson({ changes, written, movers, kinds, before, after, outages }: Difference) {
  const { movements, points, complete, ...counts } = movers;
  return {
    changes: changes.map(changeJson),
    written: written.map(changeJson),
    ...counts,
    ...verdictJson(points, complete),
    movements: movements.map(({ fate, before: was, after: is, connections }) => ({
      fate,
      before: wayKey(was),
      after: wayKey(is),
      connections,
    })),
    ...(outages && { outages }),
    kinds: {
      sent: kinds.sent,
      complete: kinds.complete,
      changed: kinds.changed.map(change => ({
        direction: change.direction,
        kinds: change.kinds,
        packet: packetText(change.packet, 'en'),
        before: inEnglish(before, change.before),
        after: inEnglish(after, change.after),
      })),
    },
  };
}
