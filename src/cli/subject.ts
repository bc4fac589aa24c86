import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type Config, readConfig } from '../config/index.ts';
import type { Topology } from '../lab/index.ts';
import type { Dialect, Router } from '../model/index.ts';
import { isIpv4, parseIpv4Interface, splitPrefix } from '../net/index.ts';
import { assumedWorld, type Lease, namedInterfaces, type World } from '../rib/index.ts';
import type { Diagnostic } from '../text/index.ts';
import { messages } from './messages.ts';
import { coloursFor } from './output/colour.ts';
import { printDiagnostics } from './output/diagnostics.ts';
import { dialectArgument } from './rsc-file.ts';

/** Options of every command that looks at a configuration in a world. */
export interface SubjectOptions {
  readonly down: readonly string[];
  readonly lease: readonly Lease[];
  readonly dialect?: Dialect;
  readonly state?: string;
}

/** A configuration and the world it is looked at in. */
export interface Subject {
  readonly config: Config;
  readonly world: World;
  /** One sentence: where the world comes from. */
  readonly basis: string;
}

/** Adds the argument and the options that `readSubject` takes. */
export function withSubject(command: Command): Command {
  return command
    .argument('<path>', messages.subject.path)
    .option('--down <interface>', messages.subject.down, collect, [])
    .option('--lease <interface=address/length,gateway>', messages.subject.lease, collectLease, [])
    .option('--dialect <v6|v7>', messages.subject.dialect, dialectArgument)
    .option('--state <dir>', messages.subject.state);
}

/** The configuration and its world; undefined where it must not be used, which has been said then. */
export async function readSubject(path: string, options: SubjectOptions): Promise<Subject | undefined> {
  const topology = await topologyBeside(path);
  const config = readConfig(configPath(path, topology), options);
  if (!config.usable) {
    complain(config.file, config.diagnostics);
    return undefined;
  }
  const { world, note } = await chooseWorld(config.router, topology, options);
  return { config, world, basis: note };
}

/** Findings about one file, on standard error. */
export function complain(file: string, diagnostics: readonly Diagnostic[]): void {
  const texts = new Map(existsSync(file) && !isFolder(file) ? [[file, readFileSync(file, 'utf8')]] : []);
  process.stderr.write(printDiagnostics(diagnostics, texts, coloursFor(process.stderr)));
}

const collect = (value: string, list: readonly string[]): string[] => [...list, value];
const collectLease = (value: string, list: readonly Lease[]): Lease[] => [...list, parseLease(value)];

function parseLease(text: string): Lease {
  const [, name = '', given = '', gateway = ''] = /^([^=]+)=([^,]+)(?:,(.+))?$/.exec(text) ?? [];
  const address = parseIpv4Interface(given);
  if (!address || (gateway !== '' && !isIpv4(gateway)))
    throw new InvalidArgumentError(messages.subject.leaseForm);
  return { interface: name, address, gateway: gateway || undefined, dns: [], leaseTime: 3_600_000 };
}

/** The world of this machine; undefined where it has none of the interfaces, which /proc/net/dev tells (proc(5)). */
async function seenHere(router: Router, state: string | undefined): Promise<World | undefined> {
  const present = readFileSync('/proc/net/dev', 'utf8').matchAll(/^ *([^\s:]+):/gm);
  const names = new Set(namedInterfaces(router));
  if (![...present].some(([, name = '']) => names.has(name))) return undefined;
  // The gateway opens the kernel: much to load for a look at a text.
  const { defaultStateDir, observedWorld } = await import('../gateway/index.ts');
  return observedWorld(router, state ?? defaultStateDir());
}

/** Stated by options, else seen on this machine, else assumed: and which of them, as a sentence. */
async function chooseWorld(router: Router, topology: Topology | undefined, options: SubjectOptions) {
  const stated = options.down.length > 0 || options.lease.length > 0;
  const seen = stated ? undefined : await seenHere(router, options.state);
  if (seen) return { world: seen, note: messages.subject.observed };
  const leases = [...options.lease, ...topologyLeases(router, topology, options.lease)];
  const world = assumedWorld(router, { leases, down: options.down });
  return { world, note: assumption(world, options.down, topology !== undefined) };
}

function assumption({ leases }: World, down: readonly string[], bench: boolean): string {
  const held = Object.values(leases).map(
    ({ interface: name, address, gateway }) =>
      `${name} ${address.address}/${address.length}${gateway === undefined ? '' : ` gateway ${gateway}`}`,
  );
  return messages.subject.assumed(down, held, bench);
}

function topologyLeases(router: Router, topology: Topology | undefined, given: readonly Lease[]): Lease[] {
  const clients = router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface);
  return (topology?.isps ?? []).flatMap(({ interface: name, lease, network, gateway, leaseTime }) => {
    const [address] = lease;
    const wanted = clients.includes(name) && !given.some(item => item.interface === name);
    if (address === undefined || !wanted) return [];
    const held = { address, length: splitPrefix(network).length };
    return [{ interface: name, address: held, gateway, dns: [], leaseTime }];
  });
}

/** The bench that lies beside a configuration; one with mistakes is not used. */
async function topologyBeside(path: string): Promise<Topology | undefined> {
  const file = join(isFolder(path) ? path : dirname(path), 'topology.yaml');
  if (!existsSync(file)) return undefined;
  // The lab is much to load for those who have no bench.
  const { readTopology } = await import('../lab/topology/index.ts');
  return readTopology(readFileSync(file, 'utf8'), file).topology;
}

function configPath(path: string, topology: Topology | undefined): string {
  return topology && isFolder(path) ? join(path, topology.config) : path;
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
