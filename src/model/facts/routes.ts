import { type Duration, printDuration } from '../../net/index.ts';
import { either, type Fact } from './fact.ts';

/** What several routes of equal distance to one destination become. */
type EqualRoutes =
  /** One is active, the first in our order of origins. */
  | 'first'
  /** All are one ECMP group, whatever their origin (static, DHCP, modem). */
  | 'ecmp';

/** Interval and time-out in ms, time-outs in a row that make a gateway unreachable; or what the settings say. */
type CheckPace =
  | { readonly interval: Duration; readonly timeout: Duration; readonly count: number }
  | 'settings';

const ecmp: Fact<EqualRoutes> = {
  title: 'Of several routes with equal distance',
  source: 'docs/routeros.md#route-selection',
  confidence: 'sure',
  v6: 'first',
  v7: 'ecmp',
  say: value =>
    ({
      first: 'one is active; one route with several gateways balances',
      ecmp: 'all are active and balance; a route has one gateway',
    })[value],
};

const scopeLift: Fact<boolean> = {
  title: "A scope that is not above the route's own target-scope",
  source: 'docs/routeros.md#scope',
  confidence: 'sure',
  v6: false,
  v7: true,
  say: either('counts as target-scope + 1 (canaries need target-scope=11)', 'counts as it stands'),
};

const checksShared: Fact<boolean> = {
  title: 'check-gateway on one route',
  source: 'docs/routeros.md#check-gateway',
  confidence: 'sure',
  v6: true,
  v7: false,
  say: either('holds for every route with that gateway', 'holds for that route alone'),
};

const targetScopeShared: Fact<boolean> = {
  title: 'target-scope of one route',
  source: 'docs/routeros.md#check-gateway',
  confidence: 'sure',
  v6: true,
  v7: false,
  say: either('holds for every route with that gateway', 'holds for that route alone'),
};

const tableNeedsFib: Fact<boolean> = {
  title: 'Routes of a table are used',
  source: 'docs/routeros.md#table-look-up',
  confidence: 'sure',
  v6: false,
  v7: true,
  say: either('if /routing table states it with fib', 'as soon as a routing mark names it'),
};

const checkPace: Fact<CheckPace> = {
  title: 'check-gateway probes',
  source: 'docs/routeros.md#check-gateway',
  confidence: 'second-hand',
  v6: { interval: 10_000, timeout: 10_000, count: 2 },
  v7: 'settings',
  v7Before: [{ minor: 21, value: { interval: 10_000, timeout: 10_000, count: 2 } }],
  say: value =>
    typeof value === 'string'
      ? 'as /routing settings says (10s, time-out 1s, twice)'
      : `every ${printDuration(value.interval)}, time-out ${printDuration(value.timeout)}, ${value.count} times`,
};

const deadLines: Fact<'gateways' | 'lines'> = {
  title: 'What does not answer a check counts as dead',
  source: 'docs/health.md#from-silence-to-a-verdict',
  confidence: 'sure',
  v6: 'gateways',
  v7: 'gateways',
  linux: 'lines',
  say: (value, language = 'en') =>
    (value === 'gateways'
      ? {
          en: 'gateway by gateway, by the timers of check-gateway',
          id: 'gateway demi gateway, menurut timer check-gateway',
        }
      : {
          en: "line by line, within 0.3 s under traffic and a second without, by probes of jalur's own and by what passes the line (jalur run; --pace routeros goes by those timers)",
          id: 'saluran demi saluran, dalam 0,3 detik bila ada lalu lintas dan sedetik bila tidak, dengan probe jalur sendiri dan dari apa yang lewat di saluran itu (jalur run; --pace routeros mengikuti timer tersebut)',
        })[language],
};

const judgesLeases: Fact<boolean> = {
  title: 'A lease with a gateway outside its network, or that collides with a LAN',
  source: 'docs/routeros.md#dhcp-client',
  confidence: 'sure',
  v6: false,
  v7: false,
  linux: true,
  say: either(
    'is used as far as it works: such a gateway counts as on the link, its MTU is set; what collides with a LAN, or is no address of a host, is refused',
    'is taken as it is: such a gateway is not found',
  ),
};

const routeFlags: Fact<'capitals' | 'mixed'> = {
  title: 'Routes are printed with flags',
  source: 'docs/routeros.md#route-flags',
  confidence: 'sure',
  v6: 'capitals',
  v7: 'mixed',
  say: value => ({ capitals: 'like AS, DAC', mixed: 'like As, DAc, and + for ECMP' })[value],
};

const routeTableColumn: Fact<string> = {
  title: 'The table of a route is shown as',
  source: 'docs/routeros.md#route-flags',
  confidence: 'sure',
  v6: 'Routing Mark',
  v7: 'Routing Table',
  say: value => value,
};

/** Which routes are active, and how they are shown. */
export const routeFacts = {
  ecmp,
  scopeLift,
  checksShared,
  targetScopeShared,
  tableNeedsFib,
  checkPace,
  deadLines,
  judgesLeases,
  routeFlags,
  routeTableColumn,
} as const;
