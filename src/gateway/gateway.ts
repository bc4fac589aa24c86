import { type Config, readConfig } from '../config/index.ts';
import { endStaleServers, type LeaseEvent, serviceSet } from '../dhcp/index.ts';
import type { KernelWatch } from '../kernel/index.ts';
import { markLayout } from '../linux/index.ts';
import { equal } from '../model/index.ts';
import { type ProbeReport, startProber } from '../probe/index.ts';
import type { Lease } from '../rib/index.ts';
import { monotonicMs } from '../sys/index.ts';
import { hasErrors } from '../text/index.ts';
import { clientSet } from './clients.ts';
import { conditionBook, probeFailed, serviceDied } from './conditions.ts';
import type { CountersReply, RoutesReply, StatusReply } from './ipc.ts';
import { journal } from './journal.ts';
import { openMachine } from './machine.ts';
import { type Pacer, pacer } from './pacer.ts';
import { desiredState, reconcile, syncServices } from './reconcile.ts';
import { countersReply, routesReply, statusReply } from './replies.ts';
import type { GatewayOptions, Running } from './running.ts';
import { worldSaver } from './saved-world.ts';
import { openStateDir, persistentSeed } from './state-dir.ts';
import { worldBook } from './world-book.ts';

/** A gateway that runs. All answers about the network are read from the kernel. */
export interface Gateway {
  routes(): RoutesReply;
  status(): StatusReply;
  counters(): CountersReply;
  /** Takes another file, unless it has errors; resolves when the kernel has it. */
  replaceConfig(file: string): Promise<Config>;
  /** Resolves when everything asked for until now is in the kernel. */
  settled(): Promise<void>;
  /** Ends services and probes, takes back all changes unless it was started to leave them. */
  stop(): Promise<{ readonly undone: boolean }>;
}

const retryMs = 1000;

/**
 * Starts a gateway. Resolves when its first state is in the kernel, or with undefined where the configuration must
 * not be run: then nothing was changed. Throws EnvironmentError where the machine cannot be a gateway at all.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway | undefined> {
  const bornMs = monotonicMs();
  const config = readConfig(options.file, options);
  tellDiagnostics(options, config.diagnostics);
  if (!config.usable) return undefined;
  openStateDir(options.stateDir);
  const { running, pace, services } = assemble(options, config);
  const { diagnostics } = desiredState(running);
  tellDiagnostics(options, diagnostics);
  if (hasErrors(diagnostics)) {
    running.machine.close();
    return undefined;
  }
  await endStaleServers(options.stateDir);
  const watch = running.machine.watch(reason => pace.ask(reason, true));
  pace.ask('start', true);
  await pace.settled();
  await services.settled();
  const { dialect } = config.router.version;
  options.onEvent({ type: 'ready', atMs: monotonicMs(), durationMs: monotonicMs() - bornMs, dialect });
  return handle({ running, pace, services, watch });
}

function tellDiagnostics({ onEvent }: GatewayOptions, diagnostics: Config['diagnostics']): void {
  if (diagnostics.length > 0) onEvent({ type: 'diagnostics', atMs: monotonicMs(), diagnostics });
}

interface Assembly {
  readonly running: Running;
  /** Runs the loop's steps. */
  readonly pace: Pacer;
  /** Brings services in line, beside the loop. */
  readonly services: Pacer;
}

interface Started extends Assembly {
  readonly watch: KernelWatch;
}

function assemble(options: GatewayOptions, config: Config): Assembly {
  const { ns, onEvent, stateDir } = options;
  const conditions = conditionBook(condition => onEvent({ type: 'problem', atMs: monotonicMs(), condition }));
  const onDeath = (name: string, said: string, againMs: number): void =>
    conditions.raise(name, serviceDied(name, said, againMs));
  const running: Running = {
    options,
    config,
    conditions,
    seed: persistentSeed(stateDir, options.seed),
    machine: openMachine(stateDir, ns),
    book: worldBook(),
    journal: journal(),
    save: worldSaver(stateDir),
    servers: serviceSet({ ns, onDeath }),
    clients: clientSet(event => onLease(running, pace, event), { ns, onDeath }),
    unreachable: new Set(),
    prober: startProber({ ns, mark: markLayout.probe, onReport: report => onProbe(running, pace, report) }),
  };
  const services = pacer(() => syncServices(running));
  const pace = pacer(async causes => {
    const done = reconcile(running, causes);
    services.ask('the loop', true);
    if (!done) setTimeout(() => pace.ask('the last attempt failed'), retryMs).unref();
  });
  return { running, pace, services };
}

function onProbe({ options, conditions, unreachable }: Running, pace: Pacer, report: ProbeReport): void {
  if (report.kind === 'send-error') {
    const { check, error } = report;
    if (error) conditions.raise(check.key, probeFailed(check.key, new Error(error.what)));
    else conditions.clear(check.key);
    return;
  }
  const { check, reachable, silentMs, atMs } = report.verdict;
  const { key, address, interface: name } = check;
  if (reachable) unreachable.delete(key);
  else unreachable.add(key);
  options.onEvent({ type: 'check', atMs, key, address, interface: name, reachable, silentMs });
  pace.ask(`${address} by ${name} ${reachable ? 'answers again' : 'does not answer'}`, true);
}

function onLease({ book, options }: Running, pace: Pacer, event: LeaseEvent): void {
  const atMs = monotonicMs();
  const name = event.interface;
  if (event.kind === 'lost') {
    book.unbind(name);
    options.onEvent({ type: 'lease', atMs, interface: name });
    pace.ask(`${name} lost its lease`, true);
    return;
  }
  const known = book.leases[name];
  book.bind(event.lease);
  if (equal<Lease | undefined>(known, event.lease)) return;
  options.onEvent({ type: 'lease', atMs, interface: name, lease: event.lease, durationMs: event.durationMs });
  pace.ask(`${name} has a lease`, true);
}

function handle({ running, pace, services, watch }: Started): Gateway {
  let stopped: Promise<{ readonly undone: boolean }> | undefined;
  return {
    routes: () => routesReply(running),
    status: () => statusReply(running),
    counters: () => countersReply(running),
    async replaceConfig(file) {
      const config = checkedConfig(running, file);
      if (!config.usable) return config;
      running.config = config;
      pace.ask(`new configuration ${config.file}`, true);
      await pace.settled();
      return config;
    },
    async settled() {
      await pace.settled();
      await services.settled();
    },
    stop() {
      stopped ??= end({ running, pace, services, watch });
      return stopped;
    },
  };
}

/** A configuration with everything that speaks against it: what its reader says, and what Linux cannot do. */
function checkedConfig(running: Running, file: string): Config {
  const config = readConfig(file, running.options);
  if (!config.usable) return config;
  const diagnostics = [...config.diagnostics, ...desiredState({ ...running, config }).diagnostics];
  return { ...config, diagnostics, usable: !hasErrors(diagnostics) };
}

async function end({ running, pace, services, watch }: Started): Promise<{ readonly undone: boolean }> {
  const { prober, clients, servers, machine, options, save } = running;
  await watch.close();
  await pace.stop();
  await services.stop();
  await prober.close();
  // Clients first: they give their leases back, for which they need address and route.
  await Promise.all([clients.set([]), servers.set([])]);
  const undone = !options.leave;
  if (undone) {
    machine.undo();
    save({ leases: {}, unreachable: [] });
  }
  machine.close();
  options.onEvent({ type: 'stopped', atMs: monotonicMs(), undone });
  return { undone };
}
