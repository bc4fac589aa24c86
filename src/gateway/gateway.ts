import { join } from 'node:path';
import { endStrayServers } from '../dhcp/index.ts';
import {
  EnvironmentError,
  groupOf,
  monotonicMs,
  type NamespaceIdentity,
  namespaceIdentity,
  requireCapabilities,
} from '../sys/index.ts';
import { type Diagnostic, hasErrors } from '../text/index.ts';
import { answer } from './answers/answer.ts';
import { checkedDraft } from './changes/index.ts';
import type { ConditionCode } from './conditions/index.ts';
import { conflictOf } from './conflict.ts';
import { controlSocket, webSocket } from './control/protocol.ts';
import { type ControlServer, controlServer } from './control/server.ts';
import { type GatewayState, initialState, waitingLines } from './core/index.ts';
import { type EventHub, eventHub } from './event-hub.ts';
import { firstConfig } from './first-config.ts';
import { resumed } from './history/index.ts';
import { type Kept, openKept } from './kept.ts';
import { type GatewayPort, type Loop, openMachinePort, startLoop } from './loop/index.ts';
import type { GatewayOptions } from './options.ts';
import { type Gateway, runningGateway } from './running-gateway.ts';
import { keepSeed, letThrough, openStateDir, seedFor } from './state/index.ts';

/** Why no gateway was started: its text has errors, or says what cannot be enforced here. Nothing was changed then. */
export type NotStarted = 'text-has-errors' | 'cannot-be-enforced';

/**
 * Starts a gateway. Resolves when its first state is in the kernel, or was refused and waits to be tried again. Throws
 * EnvironmentError where the machine cannot be a gateway at all.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway | NotStarted> {
  const hub = eventHub();
  const { onEvent } = options;
  if (onEvent) hub.subscribe(({ event }) => onEvent(event));
  let found: (gateway: Gateway) => void = () => {};
  // Requests that come early wait until there is somebody to ask.
  const running = new Promise<Gateway>(resolve => {
    found = resolve;
  });
  const control = controlServer({
    subscribe: hub.subscribe,
    resume: heard => resumed(hub.history.entries(), hub.run, heard),
    rates: (listener, hz) => once(running.then(gateway => gateway.rates(listener, hz))),
    answer: async (request, peer) => answer(await running, request, peer),
  });
  const parentGone = options.parent && control.attach(options.parent);
  const gateway = await start(options, hub, control, found).catch(async error => {
    await control.close();
    throw error;
  });
  if (typeof gateway === 'string') await control.close();
  else void parentGone?.then(() => gateway.stop());
  return gateway;
}

async function start(
  options: GatewayOptions,
  hub: EventHub,
  control: ControlServer,
  found: (gateway: Gateway) => void,
): Promise<Gateway | NotStarted> {
  const bornMs = monotonicMs();
  const { stateDir, durableDir = stateDir, ns } = options;
  const home = namespaceIdentity(ns);
  const kept = openKept({ stateDir, durableDir, home });
  const { config, rolledBack } = firstConfig(kept, options);
  report(hub, config.diagnostics);
  if (!config.usable) return 'text-has-errors';
  // A bench sets the pace itself, whatever else a text asks for.
  const conflict = options.isBench ? undefined : conflictOf(config);
  if (conflict) throw new EnvironmentError('CONFLICTING_OPTIONS', conflict.what, conflict.do);
  requireCapabilities(['NET_ADMIN', 'NET_RAW']);
  const port = openMachinePort({ stateDir, durableDir, ns, ...kept });
  try {
    const lines = { lines: kept.lines(), shares: kept.shares() };
    const before = { leases: kept.leases(config), ...lines, forced: kept.forced() };
    const first = initialState(config, seedFor(durableDir, options.seed), before);
    const here = { ...first, interfaces: port.interfaces() };
    const drafted = checkedDraft(here, config, port, options.skipUnsupported);
    report(hub, drafted.diagnostics);
    if (!hasErrors(drafted.diagnostics)) {
      const state = { ...first, drafted };
      return await run({ options, hub, control, found, state, port, home, kept, rolledBack, bornMs });
    }
    await port.close();
    return 'cannot-be-enforced';
  } catch (error) {
    await port.close();
    throw error;
  }
}

/** Ends what begins a moment later. */
const once = (begun: Promise<() => void>) => (): void => void begun.then(end => end());

interface Starting {
  readonly options: GatewayOptions;
  readonly hub: EventHub;
  readonly control: ControlServer;
  readonly found: (gateway: Gateway) => void;
  readonly state: GatewayState;
  readonly port: GatewayPort;
  readonly home: NamespaceIdentity;
  readonly kept: Kept;
  /** That file was not confirmed: this is what stayed instead. */
  readonly rolledBack: string | undefined;
  readonly bornMs: number;
}

/** Nothing speaks against it: from here on things are changed. */
async function run(starting: Starting): Promise<Gateway> {
  const { options, hub, control, found, state, port, home, kept, rolledBack, bornMs } = starting;
  const { stateDir, durableDir = stateDir, leave = false, journal: keepsPast = false } = options;
  for (const folder of [stateDir, durableDir]) openStateDir(folder);
  await control.listen(join(stateDir, controlSocket));
  if (options.webUser !== undefined) await servePages(control, stateDir, options.webUser);
  await endStrayServers(stateDir, home);
  keepSeed(durableDir, state.seed);
  port.askFor(Object.values(state.leases).map(({ lease }) => lease));
  const loop = startLoop({ state, port, emit: hub.emit });
  const past = keepsPast ? options.past?.(durableDir) : undefined;
  const born = { name: options.name ?? 'host', startedAt: new Date().toISOString(), bornMs };
  const gateway = runningGateway({
    loop,
    port,
    hub,
    control,
    kept,
    reading: options,
    leave,
    keepsPast,
    past,
    born,
  });
  port.listen(loop.post);
  if (rolledBack === undefined) kept.dropTrial();
  else loop.post({ kind: 'rolled-back', atMs: bornMs, file: rolledBack });
  loop.post({ kind: 'start', atMs: bornMs });
  const begun = gateway.begin({ how: rolledBack === undefined ? 'start' : 'rolled-back', by: options.by });
  found(gateway);
  await begun;
  if (keepsPast) gateway.keepJournal(durableDir);
  // A bench tells nobody outside of it.
  if (!options.isBench) gateway.notify(durableDir, options.name);
  whenHeld(loop, hub, () => {
    const atMs = monotonicMs();
    const { dialect } = state.config.router.version;
    const waiting = waitingLines(loop.state);
    hub.emit({ type: 'ready', atMs, durationMs: atMs - bornMs, dialect, waiting });
  });
  return gateway;
}

/** Throws EnvironmentError where there is no such user. */
async function servePages(control: ControlServer, stateDir: string, user: string): Promise<void> {
  const group = groupOf(user);
  letThrough(stateDir);
  await control.listenForPages(join(stateDir, webSocket), group);
}

/** Conditions under which the kernel is not as it was asked to be. */
const notHeld: readonly ConditionCode[] = ['gateway/apply-failed', 'gateway/forwarding-closed'];

/** As soon as the kernel holds all of the first state, as it was read back. */
function whenHeld(loop: Loop, hub: EventHub, then: () => void): void {
  const holds = (): boolean =>
    loop.state.reached !== undefined && !loop.state.conditions.some(({ code }) => notHeld.includes(code));
  if (holds()) {
    then();
    return;
  }
  const end = hub.subscribe(({ event }) => {
    if (event.type !== 'cleared' || !holds()) return;
    end();
    then();
  });
}

function report(hub: EventHub, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) hub.emit({ type: 'diagnostics', atMs: monotonicMs(), diagnostics });
}
