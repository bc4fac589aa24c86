import type { Applied, Interfaces } from '../core/index.ts';
import type { GatewayPort, PortEvent } from '../loop/index.ts';

/** Calls of a port that can be made to fail. */
type Failing =
  | 'interfaces'
  | 'apply'
  | 'setServices'
  | 'moveFlows'
  | 'save'
  | 'settleTrial'
  | 'endServices'
  | 'undo'
  | 'setProbes'
  | 'renew'
  | 'nftListing'
  | 'routes';

/** A port that passes everything on to another one, except what it is asked to fail. */
export interface FailingPort extends GatewayPort {
  /** From now on this call throws what `error` makes; undefined: it is passed on again. */
  fail(call: Failing, error: (() => Error) | undefined): void;
  /** Calls made so far, by name, failed ones too. */
  readonly calls: readonly string[];
  /** Reports an event as if the outside had. */
  report(event: PortEvent): void;
}

export function failingPort(port: GatewayPort): FailingPort {
  const failures = new Map<Failing, () => Error>();
  const calls: string[] = [];
  let hear: (event: PortEvent) => void = () => {};
  const guard =
    <A extends readonly unknown[], R>(call: Failing, action: (...args: A) => R) =>
    (...args: A): R => {
      calls.push(call);
      const error = failures.get(call);
      if (error) throw error();
      return action(...args);
    };
  const move = guard('moveFlows', port.moveFlows);
  const later = guard('setServices', port.setServices);
  const ending = guard('endServices', port.endServices);
  const listing = guard('nftListing', port.nftListing);
  return {
    ...port,
    interfaces: guard('interfaces', port.interfaces),
    apply: guard('apply', port.apply),
    setProbes: guard('setProbes', port.setProbes),
    moveFlows: async flows => move(flows),
    setServices: async services => later(services),
    renew: guard('renew', port.renew),
    save: guard('save', port.save),
    settleTrial: guard('settleTrial', port.settleTrial),
    endServices: async leave => ending(leave),
    undo: guard('undo', port.undo),
    routes: guard('routes', port.routes),
    nftListing: async () => listing(),
    listen(listener) {
      hear = listener;
      port.listen(listener);
    },
    fail(call, error) {
      if (error) failures.set(call, error);
      else failures.delete(call);
    },
    calls,
    report: event => hear(event),
  };
}

/** A machine on which nothing happens by itself: everything succeeds and changes nothing. */
export function idlePort(interfaces: () => Interfaces, applied: () => Applied = unchanged): GatewayPort {
  const nothing = (): void => {};
  return {
    nowMs: () => performance.now(),
    listen: nothing,
    interfaces,
    rehearse: () => ({ kind: 'taken' }),
    apply: applied,
    setProbes: nothing,
    forget: nothing,
    moveFlows: async () => ({ poked: 0, forgotten: 0 }),
    setServices: async () => {},
    askFor: nothing,
    renew: nothing,
    askNeighbours: nothing,
    save: nothing,
    saveForced: nothing,
    settleTrial: nothing,
    traffic: () => ({ bytes: {}, packets: {}, opened: {} }),
    tracked: () => undefined,
    measured: async () => ({}),
    endServices: async () => {},
    undo: unchanged,
    routes: () => [],
    links: () => [],
    addresses: () => [],
    connectionPage: async () => ({ atMs: 0, total: 0, tracked: 0, items: [], byWan: {}, byMark: {} }),
    accounts: () => false,
    queueCounts: () => new Map(),
    servedLeases: async () => [],
    nftListing: async () => '{"nftables":[]}',
    close: async () => {},
  };
}

const unchanged = (): Applied => ({ changes: [], problems: [] });
