import type { LineTarget } from '../../../health/index.ts';
import { equal, type Router, rolesOf } from '../../../model/index.ts';
import type { Ipv4 } from '../../../net/index.ts';
import { computeRib, type GatewayCheck, type Rib, type World } from '../../../rib/index.ts';
import type { RunConfig } from '../event.ts';
import { gatewayBy, gatewayTargets, isNear, leasedTargets, netwatchTargets } from './found-targets.ts';
import type { Line } from './line.ts';
import { paceOf } from './pace.ts';

/** What a configuration has come to. */
export interface Reached {
  readonly router: Router;
  readonly rib: Rib;
  readonly world: World;
}

/**
 * The same as if every line were alive, at jalur's pace: what is asked must not depend on what was found, nor may the table
 * that is loaded for it be another one while a cable is out.
 */
export function aliveOf(reached: Reached, config: Pick<RunConfig, 'pace' | 'leaseRoutes'>): Reached {
  const { router, world } = reached;
  const interfaces = Object.values(world.interfaces);
  const isAlive =
    world.unreachable.length === 0 &&
    (world.downLines ?? []).length === 0 &&
    interfaces.every(({ running }) => running);
  if (config.pace !== 'jalur' || isAlive) return reached;
  const plugged = interfaces.map(one => [one.name, { ...one, running: true }] as const);
  const alive: World = {
    ...{ ...world, unreachable: [], downLines: [] },
    interfaces: Object.fromEntries(plugged),
  };
  const before = known.get(router);
  if (before && equal(before.world, alive) && equal(before.leaseRoutes, config.leaseRoutes)) return before;
  const made = {
    router,
    world: alive,
    rib: computeRib(router, alive, config),
    leaseRoutes: config.leaseRoutes,
  };
  known.set(router, made);
  return made;
}

/** While lines come and go, what would be if all were alive stays the same. */
const known = new WeakMap<Router, Reached & Pick<RunConfig, 'leaseRoutes'>>();

/** The lines to watch at jalur's pace: those that the text checks a route of, and with automatic health every WAN. */
export function linesOf(alive: Reached, config: Pick<RunConfig, 'pace' | 'autoHealth'>): readonly Line[] {
  if (config.pace !== 'jalur') return [];
  const { router, rib, world } = alive;
  const checks = rib.checks.filter(({ method }) => method !== 'bfd');
  const wans = config.autoHealth ? rolesOf(router).wans : [];
  const names = [...new Set([...wans, ...checks.map(check => check.interface)])];
  const context = { ...alive, isAuto: config.autoHealth === true };
  return names
    .filter(name => world.interfaces[name] !== undefined)
    .map(name =>
      lineOf(
        name,
        checks.filter(check => check.interface === name),
        context,
      ),
    );
}

/** What lines are worked out from. */
export interface LineContext extends Reached {
  readonly isAuto: boolean;
}

function lineOf(name: string, checks: readonly GatewayCheck[], context: LineContext): Line {
  const gateway = gatewayBy(name, context);
  const stated = checks.map(check => statedTarget(check, name, context));
  const named = [...stated, ...netwatchTargets(name, context)];
  const isNamed = named.some(({ place }) => place === 'beyond');
  const servers = isNamed ? [] : leasedTargets(name, context);
  const targets = distinct([...named, ...gatewayTargets(name, gateway, context), ...servers]);
  return {
    watch: { line: name, targets, need: 1, counted: true, ...paceOf(checks, targets) },
    gateway,
    checks: checks.map(check => ({ key: check.key, target: targetKey(check), address: check.address })),
  };
}

const targetKey = ({ method, address }: { readonly method: string; readonly address: Ipv4 }): string =>
  `${method} ${address}`;

function statedTarget(check: GatewayCheck, name: string, { world }: LineContext): LineTarget {
  const { method, address } = check;
  const place = isNear(address, name, world) ? 'gateway' : 'beyond';
  return { key: targetKey(check), method: method === 'arp' ? 'arp' : 'ping', address, place, stated: true };
}

function distinct(targets: readonly LineTarget[]): readonly LineTarget[] {
  return targets.filter((one, i) => targets.findIndex(({ key }) => key === one.key) === i);
}
