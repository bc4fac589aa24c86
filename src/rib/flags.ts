import { type Release, semanticsOf } from '../model/index.ts';
import type { RibRoute } from './rib-route.ts';

/** What the flags of a route say, each on its own; empty where it does not hold. */
export interface RouteFlags {
  readonly dynamic: 'D' | '';
  readonly state: 'X' | 'A' | 'I' | '';
  readonly kind: { readonly capital: 'C' | 'S'; readonly small: 'c' | 's' | 'd' | 'v' | 'm' };
  /** v6: a route that discards. */
  readonly end: 'B' | 'U' | 'P' | '';
  readonly ecmp: '+' | '';
}

const kinds = {
  connect: { capital: 'C', small: 'c' },
  static: { capital: 'S', small: 's' },
  dhcp: { capital: 'S', small: 'd' },
  vpn: { capital: 'S', small: 'v' },
  modem: { capital: 'S', small: 'm' },
} as const;

const ends = { unicast: '', blackhole: 'B', unreachable: 'U', prohibit: 'P' } as const;

export function flagsOf(route: RibRoute): RouteFlags {
  const { dynamic, disabled, active, source, type, ecmp } = route;
  return {
    dynamic: dynamic ? 'D' : '',
    state: disabled ? 'X' : active ? 'A' : hasReachable(route) ? '' : 'I',
    kind: kinds[source],
    end: ends[type],
    ecmp: ecmp ? '+' : '',
  };
}

/** As Winbox shows them: v6 `AS`, `DAC`; v7 `As`, `DAc`, `Is`, `+` for ECMP (docs/routeros.md#route-flags). */
export function routeFlags(route: RibRoute, version: Release): string {
  return spelled[semanticsOf(version).routeFlags](flagsOf(route));
}

const spelled = {
  // v6 tells nobody that a route is inactive but by leaving the A away.
  capitals: ({ dynamic, state, kind, end }: RouteFlags) =>
    `${dynamic}${state === 'I' ? '' : state}${kind.capital}${end}`,
  mixed: ({ dynamic, state, kind, ecmp }: RouteFlags) => `${dynamic}${state}${kind.small}${ecmp}`,
} as const;

function hasReachable({ gateways, type }: RibRoute): boolean {
  return type !== 'unicast' || gateways.some(({ state }) => state === 'reachable');
}
