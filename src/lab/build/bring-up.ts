import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Balance, ControlFailed, type Pace } from '../../gateway/index.ts';
import { openNetlinkPort } from '../../kernel/index.ts';
import { entryPoint, monotonicMs, sleep, writeSysctl } from '../../sys/index.ts';
import type { UnsupportedName } from '../../walk/index.ts';
import { controlFd, type RouterProcess, startRouter } from '../router/process.ts';
import type { Topology } from '../topology/topology.ts';
import { assembleLab, type LeaseServer } from './assemble.ts';
import { type Cables, layCables } from './cables.ts';
import { addressClients, type Clients } from './clients.ts';
import { DownList } from './down-list.ts';
import { addressInternet, serveNames } from './internet.ts';
import { addressIsp, serveLeases, translate } from './isp.ts';
import type { Lab, LabTimings } from './lab.ts';
import { plugClients } from './lan.ts';
import { plugsOf } from './names.ts';
import { type LabNamespaces, makeNamespaces } from './namespaces.ts';
import { plugRouter } from './router.ts';

export interface BringUpOptions {
  /** Put before every namespace's name; needed where several labs share a machine's /run/netns. Default none. */
  readonly prefix?: string | undefined;
  /** Where leases and work files go; default: a folder of its own under the system's, removed by `down`. */
  readonly folder?: string | undefined;
  /** What of the configuration cannot be enforced and the user goes without. */
  readonly skipUnsupported?: readonly UnsupportedName[] | undefined;
  /** Whose timers the gateway has; default RouterOS's. */
  readonly pace?: Pace | undefined;
  /** How connections are divided; default: what an intent says, else PCC. */
  readonly balance?: Balance | undefined;
  readonly spill?: boolean | undefined;
  /** The gateway keeps a journal, for those who look at what it did. */
  readonly journal?: boolean | undefined;
  /** Starts the machine under test, in its namespace; default: our gateway with the configuration. */
  readonly gateway?: readonly string[] | undefined;
}

/** A text of thousands of rules and addresses takes the kernel a while, on a busy machine several times. */
const readyMs = 60_000;

/**
 * Builds the whole lab around the configuration and waits until every lease is negotiated. Rejects with EnvironmentError
 * where the machine refuses, GatewayEnded where the configuration cannot be run; then nothing is left of it.
 */
export async function bringUp(
  topology: Topology,
  configFile: string,
  options: BringUpOptions = {},
): Promise<Lab> {
  const down = new DownList();
  try {
    return await build(topology, configFile, options, down);
  } catch (error) {
    await down.run();
    throw error;
  }
}

async function build(
  topology: Topology,
  configFile: string,
  options: BringUpOptions,
  down: DownList,
): Promise<Lab> {
  const startMs = monotonicMs();
  const since = () => monotonicMs() - startMs;
  const folder = options.folder ?? temporaryFolder(down);
  const namespaces = makeNamespaces(topology, options.prefix ?? '');
  down.last(() => namespaces.delete());
  await plugRouter(topology, namespaces);
  // Whoever looks at connections wants to see what they carry.
  if (options.journal) writeSysctl('net.netfilter.nf_conntrack_acct', '1', namespaces.router);
  const router = startRouter({
    ns: namespaces.router,
    interfaces: [...topology.isps.map(isp => isp.interface), topology.router.lan],
    argv: options.gateway ?? [
      process.execPath,
      entryPoint(options.journal ? 'lab/router/kept-main.ts' : 'gateway/main.ts'),
      '--config',
      configFile,
      '--pace',
      options.pace ?? 'routeros',
      '--state',
      gatewayFolder(folder),
      '--control-fd',
      `${controlFd}`,
      ...(options.balance === undefined ? [] : ['--balance', options.balance]),
      ...(options.spill ? ['--spill'] : []),
      ...(options.journal ? ['--journal'] : []),
      ...(options.skipUnsupported ?? []).flatMap(name => ['--skip-unsupported', name]),
    ],
  });
  down.first(() => router.kill());
  plugClients(namespaces);
  const { cables, servers } = await buildInternet(topology, namespaces, folder, down);
  const builtMs = since();
  await router.until('ready', event => event.type === 'ready', readyMs);
  const gatewayReadyMs = since();
  await leases(topology, router);
  await hosts(router);
  const wanLeasesMs = since();
  const clients = await lan(topology, namespaces, down);
  const timings: LabTimings = { builtMs, gatewayReadyMs, wanLeasesMs, upMs: since() };
  const kernel = openNetlinkPort(namespaces.router);
  const internetKernel = openNetlinkPort(namespaces.internet);
  down.first(() => kernel.close());
  down.first(() => internetKernel.close());
  const { pace = 'routeros' } = options;
  const made = { topology, namespaces, cables, servers, router, clients, pace };
  return assembleLab({ ...made, timings, kernel, internetKernel, down });
}

/** Where the gateway of a lab keeps its state, and answers by its control socket. */
export const gatewayFolder = (folder: string): string => join(folder, 'gateway');

function temporaryFolder(down: DownList): string {
  const folder = mkdtempSync(join(tmpdir(), 'jalur-lab-'));
  down.last(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything that is not the router and not behind it. */
async function buildInternet(topology: Topology, namespaces: LabNamespaces, folder: string, down: DownList) {
  const cables: Cables = layCables(topology, namespaces);
  down.first(() => cables.cut());
  addressInternet(namespaces.internet, topology);
  const names = serveNames(namespaces.internet, topology, folder);
  if (names) down.first(() => names.stop());
  const work: Promise<unknown>[] = [cables.ready];
  const servers: Record<string, LeaseServer> = {};
  for (const isp of topology.isps) {
    const ns = namespaces.isps[isp.name];
    if (!ns) continue;
    addressIsp(ns, isp, plugsOf(topology, isp.name));
    const server: LeaseServer = { folder, service: serveLeases(ns, isp, isp.gateway, folder) };
    servers[isp.name] = server;
    down.first(() => server.service?.stop());
    work.push(translate(ns, isp));
  }
  await Promise.all(work);
  return { cables, servers };
}

/**
 * Netwatch has found its hosts, and what its scripts do at the first sight of them is done; one that begins later than
 * others wait for (`start-delay`) is found while the bench is up.
 */
async function hosts(router: RouterProcess): Promise<void> {
  const asked = await router.request('status').then(({ hosts }) => hosts, noneWhereRefused);
  await Promise.all(
    asked.map(({ host }) =>
      router
        .until(`netwatch of ${host}`, event => event.type === 'host' && event.host === host)
        .catch(() => undefined),
    ),
  );
  if (asked.length > 0) await router.request('settled');
}

/** A process in the gateway's place may not know its status. */
function noneWhereRefused(error: unknown): readonly never[] {
  if (error instanceof ControlFailed) return [];
  throw error;
}

/** Clients come last: the resolvers of the WANs' leases are passed on to them. */
async function lan(topology: Topology, namespaces: LabNamespaces, down: DownList): Promise<Clients> {
  const clients = await addressClients(topology, namespaces.clients);
  down.first(() => clients.stop());
  return clients;
}

/** Every WAN whose ISP serves DHCP is bound, the gateway has seen every link run, and the kernel's routes are what the gateway wants them to be. */
async function leases(topology: Topology, router: RouterProcess): Promise<void> {
  const served = topology.isps.filter(({ lease, dialled }) => lease.length > 0 && !dialled);
  await Promise.all(
    served.map(isp =>
      router.until(
        `a lease on ${isp.interface}`,
        event => event.type === 'lease' && event.interface === isp.interface && event.lease !== undefined,
      ),
    ),
  );
  await Promise.all(
    router.interfaces.map(name =>
      router.until(
        `the carrier of ${name}`,
        event => event.type === 'link' && event.interface === name && event.running,
      ),
    ),
  );
  for (let tries = 0; tries < 100; tries++) {
    if ((await router.request('routes')).differences.length === 0) return;
    await sleep(10);
  }
}
