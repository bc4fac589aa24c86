import type { HostAddress, ProgramHook } from '../linux/index.ts';
import type { Address, Family } from '../net/index.ts';
import type { ChainPlace, LinkChange, LinkSpec, OwnSet } from './netlink/index.ts';
import type {
  Connection,
  ConnectionFilter,
  KernelAddress,
  KernelRoute,
  KernelRule,
  Link,
  Neighbour,
} from './types.ts';

/**
 * The kernel of one network namespace: what it has, and single changes to it. Synchronous. Listings are of IPv4 where no
 * family is said. Every change
 * throws EnvironmentError where the kernel refuses, with the kernel's own words and its `errno`.
 */
export interface KernelPort {
  /** `netlink` or `command`. */
  readonly backend: 'netlink' | 'command';
  /** Port number of the socket that changes addresses, routes and rules; undefined: other programs do that for us. */
  readonly number?: number | undefined;
  links(): readonly Link[];
  createLink(spec: LinkSpec): void;
  changeLink(name: string, change: LinkChange): void;
  deleteLink(name: string): void;

  addresses(family?: Family): readonly KernelAddress[];
  /** `protocol` 0: unmarked. Kernels before 5.18 drop the mark. */
  addAddress(address: KernelAddress): void;
  deleteAddress(name: string, address: HostAddress): void;

  /** Of all tables. */
  routes(family?: Family): readonly KernelRoute[];
  /** EEXIST where the table has a route to that destination with that metric, whoever owns it. */
  addRoute(route: KernelRoute): void;
  /** Adds, or replaces whatever has the same table, destination and metric, losing no packet between. */
  replaceRoute(route: KernelRoute): void;
  /** The one with this table, destination, metric, type and protocol. */
  deleteRoute(route: KernelRoute): void;

  rules(family?: Family): readonly KernelRule[];
  addRule(rule: KernelRule): void;
  deleteRule(rule: KernelRule): void;
  /** Puts a rule behind all others of its priority; a moment long it is there twice. Undefined where the backend cannot. */
  readonly moveRuleBehind?: ((rule: KernelRule) => void) | undefined;

  neighbours(family?: Family): readonly Neighbour[];
  deleteNeighbour(name: string, address: Address): void;

  /** Does a set of an inet table hold just these elements? */
  isFilled(set: OwnSet): boolean;
  /** Has sets of inet tables hold just these elements, in one transaction. Returns how many came or went. */
  fillSets(wanted: readonly OwnSet[]): number;
  /** Is there a chain of that name in an inet table? */
  hasChain(place: ChainPlace): boolean;
  /** Opens and closes hooks of an inet table, in one transaction. Returns how many changed. */
  setHooks(table: string, hooks: readonly ProgramHook[]): number;
  /** Packets by the name of the counter, of an inet table; none where there is no such table. */
  namedCounters(table: string): ReadonlyMap<string, number>;
  /** Is there an inet table of that name? */
  hasTable(table: string): boolean;
  /** Changes with every nf_tables transaction of the namespace; undefined where the backend cannot tell. */
  rulesetGeneration(): number | undefined;

  connections(filter?: ConnectionFilter): readonly Connection[];
  deleteConnections(filter: ConnectionFilter): void;
  /** Clears bits of the marks of those connections. */
  clearMarks(filter: ConnectionFilter, bits: number): void;

  close(): void;
}
