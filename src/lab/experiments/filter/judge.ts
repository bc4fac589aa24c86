import type { Attempt } from '../../traffic/index.ts';
import { atLeast, same } from '../checks.ts';
import { type Conclusion, type Judging, onlyPiece } from '../define.ts';
import type { FilterExpectation } from '../expect.ts';
import type { Check, Table } from '../result.ts';
import { type Direction, directions, type Filter, protocols } from './data.ts';
import type { FilterWords } from './say.ts';

/** Judges every attempt against what is expected to pass and to be blocked. */
export function judgeFilter({
  pieces,
  expect,
  say,
}: Judging<FilterExpectation, Filter, FilterWords>): Conclusion {
  const data = onlyPiece(pieces);
  const blocked = data.attempts.filter(attempt => attempt.blocked).length;
  const counted = data.drops.reduce((sum, { packets }) => sum + packets, 0);
  const measured = { what: say.counted, value: counted, show: String };
  return {
    finding: say.finding(blocked, data.attempts.length, counted),
    keys: [
      { name: say.blockedAttempts, value: blocked },
      { name: say.counted, value: counted },
    ],
    checks: expect ? [...checks(data, expect, say), atLeast(say, measured, blocked)] : [],
    data: { attempts: data.attempts, drops: data.drops },
    tables: [attemptsTable(data, say), dropsTable(data, say)],
    figures: [],
    notes: say.notes,
  };
}

/** Some ports of one protocol in one direction, and whether they should be blocked. */
interface Claim {
  readonly direction: Direction;
  readonly protocol: Attempt['protocol'];
  readonly ports: readonly number[];
  readonly blocked: boolean;
}

function claims(expect: FilterExpectation): Claim[] {
  return directions.flatMap(direction =>
    protocols.flatMap(protocol => [
      { direction, protocol, ports: expect.blocked[direction][protocol], blocked: true },
      { direction, protocol, ports: expect.passes[direction][protocol], blocked: false },
    ]),
  );
}

const checks = (data: Filter, expect: FilterExpectation, say: FilterWords): Check[] =>
  claims(expect)
    .filter(({ ports }) => ports.length > 0)
    .map(claim => check(data, claim, say));

function check({ attempts }: Filter, claim: Claim, say: FilterWords): Check {
  const { direction, protocol, ports, blocked } = claim;
  const tried = attempts.filter(
    one => one.direction === direction && one.protocol === protocol && ports.includes(one.port),
  );
  const wrong = tried.filter(attempt => attempt.blocked !== blocked);
  const measured = wrong.map(({ port, isp }) => say.wrong(port, isp.toUpperCase())).join(', ');
  const state = blocked ? say.allBlocked : say.allReceived;
  const what = say.ports(direction, protocol, ports.join(', '));
  return same(what, state, tried.length === 0 ? say.notTried : measured || state);
}

const attemptsTable = ({ attempts }: Filter, say: FilterWords): Table => ({
  title: say.attempts,
  repeats: 'Gambar 7',
  columns: say.attemptColumns,
  rows: attempts.map(({ direction, isp, protocol, port, blocked }) => [
    direction,
    isp.toUpperCase(),
    protocol,
    `${port}`,
    blocked ? say.sawNothing : say.saw[protocol],
  ]),
});

const dropsTable = ({ drops }: Filter, say: FilterWords): Table => ({
  title: say.drops,
  columns: [...say.dropColumns, { title: say.dropBytes, unit: 'B' }],
  rows: drops.map(({ rule, place, packets, bytes }) => [rule, place, packets, bytes]),
});
