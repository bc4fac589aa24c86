import { compileLinux } from '../compile/index.ts';
import { dnsmasqServices } from '../dhcp/index.ts';
import type { ApplyProblem } from '../kernel/index.ts';
import { equal } from '../model/index.ts';
import { computeRib, type InterfaceState, settledWorld } from '../rib/index.ts';
import { monotonicMs } from '../sys/index.ts';
import { activeDefaults } from './active.ts';
import { applyFailed, bfdUnsupported, refused } from './conditions.ts';
import { movedFlows } from './flows.ts';
import type { Cause } from './pacer.ts';
import type { Reached, Running } from './running.ts';

/** The state that configuration and world ask for. */
export interface Desired extends Reached {
  readonly diagnostics: ReturnType<typeof compileLinux>['diagnostics'];
}

/** Looks at the machine, tells what changed there, and works out what it should be. */
export function desiredState(running: Running): Desired {
  const { machine, book, unreachable, config, seed } = running;
  for (const link of book.observe(machine.links(), machine.addresses())) onLink(running, link);
  const world = settledWorld(config.router, book.world([...unreachable]));
  const rib = computeRib(config.router, world, config);
  const { program, diagnostics } = compileLinux(config.router, rib, world, { seed });
  return { world, rib, program, diagnostics };
}

/** A cable that is plugged in again may lead to another network: the lease is asked for anew. */
function onLink({ clients, options }: Running, { name, running }: InterfaceState): void {
  options.onEvent({ type: 'link', atMs: monotonicMs(), interface: name, running });
  if (running) clients.renew(name);
}

/**
 * One step of the loop: look, decide, change only what differs, then set the probes. Services follow on their own
 * time (`syncServices`), so that a slow one never keeps a dead link in the routes. Never throws: what the
 * machine refuses becomes a condition. Returns whether the kernel has all that was asked for.
 */
export function reconcile(running: Running, causes: readonly Cause[]): boolean {
  const { machine, conditions, reached: before } = running;
  try {
    const desired = desiredState(running);
    const { changes, problems } = machine.apply(desired.program);
    running.reached = { world: desired.world, rib: desired.rib, program: desired.program };
    note(running, desired, before, causes, changes);
    setProblems(running, problems);
    setProbes(running, desired.rib.checks);
    return problems.length === 0;
  } catch (error) {
    conditions.raise('loop', applyFailed(error));
    return false;
  }
}

/** What the machine refuses is a condition until it no longer does; the rest is in force all the same. */
function setProblems({ conditions }: Running, problems: readonly ApplyProblem[]): void {
  conditions.clear('loop');
  conditions.keep('apply', problems.map(refused));
}

function setProbes({ prober, conditions, unreachable }: Running, checks: Desired['rib']['checks']): void {
  for (const key of unreachable) if (!checks.some(check => check.key === key)) unreachable.delete(key);
  const bfd = checks.filter(({ method }) => method === 'bfd');
  conditions.keep(
    'bfd',
    bfd.map(({ address }) => bfdUnsupported(address)),
  );
  prober.set(checks);
}

/** Journal and event of a step that changed something. */
function note(
  { journal, options }: Running,
  { rib }: Desired,
  before: Reached | undefined,
  causes: readonly Cause[],
  changes: readonly string[],
): void {
  const atMs = monotonicMs();
  const durationMs = atMs - (causes[0]?.atMs ?? atMs);
  const reason = [...new Set(causes.map(cause => cause.reason))].join('; ');
  const active = activeDefaults(rib);
  const moved = movedFlows(before?.rib, rib);
  journal.add({ atMs, durationMs, reason, changes: [...changes, ...moved] });
  if (changes.length === 0 && before && equal(activeDefaults(before.rib), active)) return;
  options.onEvent({ type: 'routes-changed', atMs, durationMs, reason, active });
}

/**
 * Brings DHCP clients, DHCP servers and the forwarder in line with what was reached. Clients only where the
 * interface exists: without one they would only die and be started again.
 */
export async function syncServices({ reached, clients, servers, options, save }: Running): Promise<void> {
  if (!reached) return;
  const { program, world } = reached;
  save(world);
  await servers.set(dnsmasqServices(program, options.stateDir));
  await clients.set(
    program.dhcpClients.filter(({ interface: name }) => world.interfaces[name] !== undefined),
  );
}
