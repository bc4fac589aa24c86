import type { ServedLease } from '../../dhcp/index.ts';
import type {
  ClassCount,
  KernelAddress,
  KernelRoute,
  Link,
  Moved,
  TrackedPage,
  TrackedQuery,
} from '../../kernel/index.ts';
import type { Program, ProgramNft, Rehearsal } from '../../linux/index.ts';
import type { Measured, Watched } from '../../probe/index.ts';
import type { Lease } from '../../rib/index.ts';
import type {
  Applied,
  ConnectionChoice,
  CoreEvent,
  FlowChoice,
  Interfaces,
  RunConfig,
  Saved,
  Services,
} from '../core/index.ts';

/** What the outside reports by itself. */
export type PortEvent = Extract<
  CoreEvent,
  {
    readonly kind:
      | 'link'
      | 'drift'
      | 'foreign'
      | 'managers'
      | 'lease'
      | 'probe'
      | 'host'
      | 'line'
      | 'probe-sending'
      | 'service';
  }
>;

/** Counts, by interface. */
export interface Traffic {
  readonly bytes: Readonly<Record<string, { readonly received: number; readonly sent: number }>>;
  readonly packets: Readonly<Record<string, { readonly received: number; readonly sent: number }>>;
  /** By the number of the line; without those that are not counted. */
  readonly opened: Readonly<Record<number, number>>;
}

/** The kernel, read. Each throws EnvironmentError. */
export interface KernelReader {
  routes(): readonly KernelRoute[];
  /** All interfaces, with their counters. */
  links(): readonly Link[];
  addresses(): readonly KernelAddress[];
  /** Some of the connections, read beside this thread. */
  connectionPage(query: TrackedQuery): Promise<TrackedPage>;
  /** Does the kernel count what connections carry? */
  accounts(): boolean;
  /** What queues did, by class of tc. */
  queueCounts(): ReadonlyMap<string, ClassCount>;
  /** What our DHCP server on an interface gave. */
  servedLeases(name: string): Promise<readonly ServedLease[]>;
  /** Our nft table as JSON, with counters. */
  nftListing(): Promise<string>;
}

/**
 * Everything outside that the loop acts on and hears from. What the environment refuses is thrown as EnvironmentError or
 * as an error of a system call; any other error is a defect and ends the process.
 */
export interface GatewayPort extends KernelReader {
  /** CLOCK_MONOTONIC, ms. */
  nowMs(): number;
  /** Reports from now on. */
  listen(hear: (event: PortEvent) => void): void;
  /** Interfaces with their addresses, as they are. */
  interfaces(): Interfaces;
  /** Has the kernel look at a table, without changing anything here. */
  rehearse(nft: ProgramNft): Rehearsal;
  /** Changes only what differs. */
  apply(program: Program): Applied;
  setProbes(watched: Watched): void;
  /** Ends connections in the kernel's tracking. */
  forget(connections: readonly ConnectionChoice[]): void;
  /** Connections of dead lines, or that go back: resets TCP on the LAN's side, has the rest begin anew. */
  moveFlows(flows: readonly FlowChoice[]): Promise<Moved>;
  setServices(services: Services): Promise<void>;
  /** Clients that are started from now on ask for these first. */
  askFor(leases: readonly Lease[]): void;
  /** Asks the DHCP server of this interface again, if it has a client. */
  renew(name: string): void;
  /** Has the kernel ask anew for hosts on this interface that did not answer. */
  askNeighbours(name: string): void;
  save(saved: Saved): void;
  /** Keeps which lines were taken down by hand. */
  saveForced(lines: readonly string[]): void;
  /** This configuration stays, also over a restart: what was tried and is not confirmed is not run instead. */
  settleTrial(stays: RunConfig): void;
  /** What passed interfaces, and connections that were opened by lines, both since they are counted. */
  traffic(): Traffic;
  /** How many connections the kernel tracks, and how many it can; undefined where it does not say. */
  tracked(): { readonly tracked: number; readonly limit: number } | undefined;
  /** What probes measure of the lines now, by line; those that nobody asks are missing. */
  measured(): Promise<Measured>;
  /** Reports nothing more; ends services unless they are to run on: then leases are kept, else given back. Probes begin to end. */
  endServices(leave: boolean): Promise<void>;
  /** Takes back everything that is ours. */
  undo(): Applied;
  /** Resolves when probes have ended too. */
  close(): Promise<void>;
}
