import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type Config, defaultStateDir, observedWorld, readConfig } from '../../gateway/index.ts';
import { assumedWorld, computeRib, type Lease, printRoutes, type World } from '../../health/index.ts';
import type { Topology } from '../../lab/index.ts';
import type { Dialect, Router } from '../../model/index.ts';
import { isIpv4, parseInterfaceAddress, splitPrefix } from '../../net/index.ts';
import { exitCode } from '../exit-code.ts';
import { coloursFor } from '../output/colour.ts';
import { printDiagnostics } from '../output/diagnostics.ts';

interface Options {
  readonly json?: boolean;
  readonly down: readonly string[];
  readonly lease: readonly Lease[];
  readonly dialect?: Dialect;
  readonly state?: string;
}

const examples = `
Examples:
  jalur routes examples/paper                     every route; which are active, and why the others are not
  jalur routes office.rsc --down ether2           the same with that link down
  jalur routes office.rsc --lease ether1=10.10.10.254/24,10.10.10.1
  jalur routes office.rsc --json`;

export function register(program: Command): void {
  program
    .command('routes')
    .summary('show every route, which are active and why')
    .description('Shows every route of a configuration, which are active, and why the others are not.')
    .argument('<file>', 'RouterOS configuration, or a folder with one')
    .option('--json', 'as JSON')
    .option('--down <interface>', 'as if this interface were not running (repeatable)', collect, [])
    .option(
      '--lease <interface=address/length,gateway>',
      'as if DHCP had given this (repeatable)',
      collectLease,
      [],
    )
    .option('--dialect <v6|v7>', 'read the text as RouterOS 6 or 7', parseDialect)
    .option('--state <dir>', 'where a running gateway keeps its state')
    .addHelpText('after', examples)
    .action(async (file: string, options: Options) => {
      process.exitCode = await show(file, options);
    });
}

const collect = (value: string, list: readonly string[]): string[] => [...list, value];
const collectLease = (value: string, list: readonly Lease[]): Lease[] => [...list, parseLease(value)];

function parseDialect(value: string): Dialect {
  if (value === 'v6' || value === 'v7') return value;
  throw new InvalidArgumentError('v6 or v7.');
}

function parseLease(text: string): Lease {
  const [, name = '', given = '', gateway = ''] = /^([^=]+)=([^,]+)(?:,(.+))?$/.exec(text) ?? [];
  const address = parseInterfaceAddress(given);
  if (!address || (gateway !== '' && !isIpv4(gateway))) {
    throw new InvalidArgumentError('ether1=10.10.10.254/24,10.10.10.1 is the form.');
  }
  return { interface: name, address, gateway: gateway || undefined, dns: [], leaseTime: 3_600_000 };
}

async function show(path: string, options: Options): Promise<number> {
  const topology = await topologyBeside(path);
  const config = readConfig(configPath(path, topology), options.dialect);
  if (!config.usable) return refuse(config);
  const { world, note } = chooseWorld(config.router, topology, options);
  const rib = computeRib(config.router, world, config);
  const { dialect } = config.router.version;
  const text = options.json
    ? `${JSON.stringify({ file: config.file, dialect, basis: note, world, ...rib }, null, 2)}\n`
    : `${note}\n\n${printRoutes(rib, dialect)}`;
  process.stdout.write(text);
  return exitCode.ok;
}

function refuse({ file, diagnostics }: Config): number {
  const texts = new Map(existsSync(file) ? [[file, readFileSync(file, 'utf8')]] : []);
  process.stderr.write(printDiagnostics(diagnostics, texts, coloursFor(process.stderr)));
  return exitCode.refused;
}

/** Stated by options, else seen on this machine, else assumed: and which of them, as a sentence. */
function chooseWorld(router: Router, topology: Topology | undefined, options: Options) {
  const stated = options.down.length > 0 || options.lease.length > 0;
  const seen = stated ? undefined : observedWorld(router, options.state ?? defaultStateDir());
  if (seen) return { world: seen, note: 'As on this machine now.' };
  const leases = [...options.lease, ...topologyLeases(router, topology, options.lease)];
  const world = assumedWorld(router, { leases, down: options.down });
  return { world, note: assumption(world, options.down, topology !== undefined) };
}

function assumption({ leases }: World, down: readonly string[], bench: boolean): string {
  const links = down.length === 0 ? 'all interfaces running' : `${down.join(', ')} not running`;
  const held = Object.values(leases).map(
    ({ interface: name, address, gateway }) =>
      `${name} ${address.address}/${address.length}${gateway === undefined ? '' : ` gateway ${gateway}`}`,
  );
  const source = bench ? ' (as topology.yaml and options say)' : '';
  return `Assumed: ${links}; leases: ${held.join(', ') || 'none'}${source}.`;
}

function topologyLeases(router: Router, topology: Topology | undefined, given: readonly Lease[]): Lease[] {
  const clients = router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface);
  return (topology?.isps ?? []).flatMap(({ interface: name, lease, network, gateway, leaseTime }) => {
    const [address] = lease;
    const wanted = clients.includes(name) && !given.some(item => item.interface === name);
    if (address === undefined || !wanted) return [];
    return [
      {
        interface: name,
        address: { address, length: splitPrefix(network).length },
        gateway,
        dns: [],
        leaseTime,
      },
    ];
  });
}

/** The bench that lies beside a configuration; one with mistakes is not used. */
async function topologyBeside(path: string): Promise<Topology | undefined> {
  const file = join(isFolder(path) ? path : dirname(path), 'topology.yaml');
  if (!existsSync(file)) return undefined;
  // The lab is much to load for those who have no bench.
  const { readTopology } = await import('../../lab/index.ts');
  return readTopology(readFileSync(file, 'utf8'), file).topology;
}

function configPath(path: string, topology: Topology | undefined): string {
  return topology && isFolder(path) ? join(path, topology.config) : path;
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
