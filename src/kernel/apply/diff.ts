import {
  type ProgramAddress,
  type ProgramRoute,
  type ProgramRule,
  routeProtocol,
  showHostAddress,
} from '../../linux/index.ts';
import { defaultMetric, showRoute, showRule } from '../netlink/index.ts';
import type { KernelAddress, KernelRoute, KernelRule } from '../types.ts';

/** What has to be added, put in another's place, and deleted; and what is in the way but not ours to touch. */
export interface Difference<T> {
  readonly add: readonly T[];
  readonly replace: readonly T[];
  readonly remove: readonly T[];
  readonly blocked: readonly { readonly wanted: T; readonly foreign: T }[];
}

/** `10.1.0.2/24 on w1`: what names an address, in sentences and in the ledger. */
export const showAddress = ({ interface: name, address }: Omit<KernelAddress, 'protocol'>): string =>
  `${showHostAddress(address)} on ${name}`;

/** Is the address ours: by its mark in the kernel, or because the ledger says so. */
export const ownsAddress = (row: KernelAddress, ledger: readonly string[]): boolean =>
  row.protocol === routeProtocol || ledger.includes(showAddress(row));

/** Foreign addresses that are wanted too are left as they are: there is nothing to do, and nothing to undo later. */
export function diffAddresses(
  wanted: readonly Omit<ProgramAddress, 'origin'>[],
  now: readonly KernelAddress[],
  ledger: readonly string[],
): Difference<KernelAddress> {
  const [have, want] = [new Set(now.map(showAddress)), new Set(wanted.map(showAddress))];
  const missing = wanted.filter(row => !have.has(showAddress(row)));
  return {
    add: missing.map(({ interface: name, address }) => ({
      interface: name,
      address,
      protocol: routeProtocol,
    })),
    replace: [],
    remove: now.filter(row => ownsAddress(row, ledger) && !want.has(showAddress(row))),
    blocked: [],
  };
}

/** A Program's route as the kernel shall hold it. A lone next hop has no weight. */
export function kernelRoute(route: Omit<ProgramRoute, 'origin'>): KernelRoute {
  const { table, destination, type, nextHops, prefSrc } = route;
  const several = nextHops.length > 1;
  return {
    table,
    destination,
    type,
    nextHops: nextHops.map(({ address, interface: name, weight, onLink }) => ({
      ...(address === undefined ? {} : { address }),
      interface: name,
      weight: several ? weight : 1,
      ...(onLink ? { onLink } : {}),
    })),
    ...(prefSrc === undefined ? {} : { prefSrc }),
    protocol: routeProtocol,
    metric: defaultMetric(destination),
  };
}

const routeKey = ({ table, destination }: KernelRoute): string => `${table} ${destination}`;

const isPlain = ({ metric, destination }: KernelRoute): boolean => metric === defaultMetric(destination);

const sameRoute = (a: KernelRoute, b: KernelRoute): boolean =>
  showRoute(a) === showRoute(b) && a.prefSrc === b.prefSrc;

/** The kernel knows a route by table, destination and metric; we only use the metric of a route that is given none. */
export function diffRoutes(
  program: readonly Omit<ProgramRoute, 'origin'>[],
  now: readonly KernelRoute[],
): Difference<KernelRoute> {
  const wanted = new Map(program.map(kernelRoute).map(route => [routeKey(route), route]));
  const held = new Map<string, KernelRoute[]>();
  for (const row of now.filter(isPlain)) {
    held.set(routeKey(row), [...(held.get(routeKey(row)) ?? []), row]);
  }
  const add: KernelRoute[] = [];
  const replace: KernelRoute[] = [];
  const blocked: { wanted: KernelRoute; foreign: KernelRoute }[] = [];
  for (const [key, route] of wanted) {
    const there = held.get(key) ?? [];
    const ours = there.find(({ protocol }) => protocol === routeProtocol);
    const foreign = there[0];
    if (ours && !sameRoute(ours, route)) replace.push(route);
    else if (!ours && foreign) blocked.push({ wanted: route, foreign });
    else if (!ours) add.push(route);
  }
  const remove = now.filter(
    row => row.protocol === routeProtocol && (!isPlain(row) || !wanted.has(routeKey(row))),
  );
  return { add, replace, remove, blocked };
}

/** A Program's rule as the kernel shall hold it. */
export function kernelRule({ origin: _, ...rule }: ProgramRule): KernelRule {
  return { ...rule, protocol: routeProtocol };
}

export function diffRules(
  program: readonly ProgramRule[],
  now: readonly KernelRule[],
): Difference<KernelRule> {
  const ours = now.filter(({ protocol }) => protocol === routeProtocol);
  const wanted = new Map(program.map(kernelRule).map(rule => [showRule(rule), rule]));
  const have = new Set(ours.map(showRule));
  return {
    add: [...wanted].filter(([text]) => !have.has(text)).map(([, rule]) => rule),
    replace: [],
    remove: ours.filter(rule => !wanted.has(showRule(rule))),
    blocked: [],
  };
}
