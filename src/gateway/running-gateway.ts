import type { Config, ConfigOptions } from '../config/index.ts';
import type { Measured } from '../probe/index.ts';
import { hasErrors } from '../text/index.ts';
import { condition } from './conditions/index.ts';
import type { ControlRequest, ControlServer, ControlValues } from './control/index.ts';
import type { EventHub } from './event-hub.ts';
import { type Born, identityOf } from './identity.ts';
import { lineMeant, type WanRequest } from './line-meant.ts';
import type { GatewayPort, Loop } from './loop/index.ts';
import { objections } from './objections.ts';
import type { GatewayOptions, HealthOptions } from './options.ts';
import { readRunConfig } from './read-run-config.ts';
import {
  type CountersReply,
  countersReply,
  type EventsReply,
  type RoutesReply,
  routesReply,
  type StatusReply,
  statusReply,
  type WanReply,
} from './replies/index.ts';
import { countedTraffic } from './traffic/index.ts';

/** A gateway that runs. All answers about the network are read from the kernel. */
export interface Gateway {
  routes(): RoutesReply;
  status(): StatusReply;
  /** The same with what probes measure now. */
  measuredStatus(): Promise<StatusReply>;
  events(since?: string): EventsReply;
  /** Takes a line down by hand, or gives it back to its health. Throws ControlRefused. */
  wan(request: WanRequest): Promise<WanReply>;
  counters(): Promise<CountersReply>;
  /** Takes another file, unless it has errors; resolves when the kernel has it. */
  replaceConfig(file: string): Promise<Config>;
  /** Resolves when everything asked for until now is in the kernel, or was refused and waits to be tried again. */
  settled(): Promise<void>;
  /** Ends services and probes, takes back all changes unless it was started to leave them. */
  stop(): Promise<{ readonly undone: boolean }>;
  /** Resolves when it has stopped, whoever asked for that, and its clients have their last answers. */
  readonly ended: Promise<void>;
}

interface Parts {
  readonly loop: Loop;
  readonly port: GatewayPort;
  readonly hub: EventHub;
  readonly control: ControlServer;
  /** What the user says beside every text. */
  readonly reading: ConfigOptions & HealthOptions & Pick<GatewayOptions, 'skipUnsupported'>;
  readonly leave: boolean;
  readonly born: Born;
}

export function runningGateway(parts: Parts): Gateway {
  const { loop, port, control } = parts;
  const counts = countedTraffic(port);
  const status = (measured: Measured = {}): StatusReply => {
    const nowMs = port.nowMs();
    const basis = { nowMs, measured, carried: counts.carried(), upMs: nowMs - parts.born.bornMs };
    const { openSince } = parts.hub.history;
    return statusReply(loop.state, { ...basis, openSince, identity: identityOf(parts.born, loop.state) });
  };
  let stopped: Promise<{ readonly undone: boolean }> | undefined;
  let hasEnded: () => void = () => {};
  const ended = new Promise<void>(resolve => {
    hasEnded = resolve;
  });
  return {
    ended,
    routes: () => routesReply(loop.state, port),
    status: () => status(),
    measuredStatus: async () => status(await port.measured()),
    events(since) {
      const events = parts.hub.history.entries(since);
      return { events, earlier: (parts.hub.history.entries()[0]?.seq ?? 1) > 1 };
    },
    async wan(request) {
      const line = lineMeant(loop.state, request, status().lines);
      const changed = loop.state.forced.includes(line) !== (request.action === 'down');
      loop.post({ kind: 'wan', atMs: port.nowMs(), line, action: request.action });
      await loop.settled();
      const after = status().lines.find(one => one.line === line);
      if (!after) throw new Error(`${line} is no line any more`);
      return { line: after, changed };
    },
    counters: () => countersReply(loop.state, port),
    async replaceConfig(file) {
      const config = checkedConfig(parts, file);
      if (!config.usable) return config;
      loop.post({ kind: 'config', atMs: port.nowMs(), config });
      await loop.settled();
      return config;
    },
    settled: () => loop.settled(),
    stop() {
      if (stopped) return stopped;
      counts.stop();
      stopped = end(parts);
      void stopped.then(() => control.close()).then(hasEnded);
      return stopped;
    },
  };
}

/** Answers one request of a client. Throws EnvironmentError. */
export async function answer(
  gateway: Gateway,
  request: Exclude<ControlRequest, { readonly type: 'subscribe' }>,
): Promise<ControlValues[typeof request.type]> {
  switch (request.type) {
    case 'routes':
      return gateway.routes();
    case 'status':
      return gateway.measuredStatus();
    case 'events':
      return gateway.events(request.since);
    case 'wan':
      return gateway.wan(request);
    case 'counters':
      return gateway.counters();
    case 'config': {
      const { usable: accepted, diagnostics } = await gateway.replaceConfig(request.file);
      return { accepted, diagnostics };
    }
    case 'settled':
      await gateway.settled();
      return {};
    case 'stop':
      return gateway.stop();
  }
}

/** A configuration with everything that speaks against it: what its reader says, and what Linux cannot do. */
function checkedConfig({ loop, port, reading }: Parts, file: string): Config {
  const config = readRunConfig(file, reading);
  if (!config.usable) return config;
  const diagnostics = [
    ...config.diagnostics,
    ...objections(loop.state, config, port, reading.skipUnsupported),
  ];
  return { ...config, diagnostics, usable: !hasErrors(diagnostics) };
}

async function end({ loop, port, hub, leave }: Parts): Promise<{ readonly undone: boolean }> {
  await loop.stop();
  // Services first: clients give their leases back, for which they need address and route.
  await port.endServices(leave);
  const undone = leave ? false : takeBack(port, hub);
  port.close();
  hub.emit({ type: 'stopped', atMs: port.nowMs(), undone });
  return { undone };
}

/** Everything as before; what could not be restored is said, with the command that tries again. */
function takeBack(port: GatewayPort, hub: EventHub): boolean {
  const { problems } = port.undo();
  for (const { what, do: todo } of problems) {
    const said = condition('gateway/undo-incomplete', { what, do: todo });
    hub.emit({ type: 'problem', atMs: port.nowMs(), condition: said });
  }
  port.save({ world: { leases: {}, unreachable: [] }, held: [] });
  return problems.length === 0;
}
