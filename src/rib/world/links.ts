import { dialledLines, type Router } from '../../model/index.ts';
import type { InterfaceState } from './world.ts';

type Links = Readonly<Record<string, InterfaceState>>;

/**
 * What carries each interface that stands on others: a VLAN, macvlan or PPPoE client on its port, a bonding on its
 * slaves, a bridge on its ports. Interfaces that stand on nothing are absent.
 */
export function carriersOf({ interfaces, bridgePorts }: Router): ReadonlyMap<string, readonly string[]> {
  const carriers = new Map<string, string[]>();
  const add = (name: string, more: readonly string[]) =>
    carriers.set(name, [...(carriers.get(name) ?? []), ...more]);
  for (const { name, parent, ports } of interfaces) {
    const own = parent === undefined ? ports : [parent];
    if (own.length > 0) add(name, own);
  }
  for (const port of bridgePorts) if (!port.disabled) add(port.bridge, [port.interface]);
  return carriers;
}

/** Links that go down because none of their carriers runs any more, and what stands on those in turn. */
export function withCarriers(router: Router, links: Links): Links {
  const carriers = carriersOf(router);
  let now = links;
  for (;;) {
    const fallen = Object.values(now).filter(
      ({ name, running }) => running && !isCarried(now, carriers.get(name)),
    );
    if (fallen.length === 0) return now;
    now = { ...now, ...Object.fromEntries(fallen.map(link => [link.name, { ...link, running: false }])) };
  }
}

/** A carrier that nobody knows of is taken to run. */
const isCarried = (links: Links, carriers: readonly string[] | undefined): boolean =>
  carriers === undefined || carriers.some(name => links[name]?.running ?? true);

/** Names of the enabled lines that are dialled: each has its address from the other end, and only while it is up. */
export const dialledNames = (router: Router): string[] =>
  dialledLines(router).map(({ interface: { name } }) => name);
