import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLinux, type LinuxCompilation } from '../../src/compile/index.ts';
import type { Router } from '../../src/model/index.ts';
import { type Ipv4Interface, networkOf, prefixRange, printIpv4 } from '../../src/net/index.ts';
import { computeRib, settledWorld, type World } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const examples = join(here, '../../examples');

/** One configuration and the file its Linux plan is kept in. */
export interface GoldenCase {
  readonly name: string;
  readonly input: string;
  readonly plan: string;
}

/** Every `test/golden/NAME/input.rsc`, and the examples themselves. */
export function goldenCases(): GoldenCase[] {
  const own = readdirSync(here, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && readdirSync(join(here, entry.name)).includes('input.rsc'))
    .map(({ name }) => ({ name, input: join(here, name, 'input.rsc'), plan: join(here, name, 'linux.txt') }));
  const shown = ['paper/paper.rsc', 'paper-fixed/paper-fixed.rsc', 'paper-fixed/paper-fixed-v6.rsc'];
  return [
    ...own,
    ...shown.map(path => {
      const name = basename(path, '.rsc');
      return { name, input: join(examples, path), plan: join(here, 'examples', `${name}.linux.txt`) };
    }),
  ];
}

/** Compiles a case in a world where every cable is in, every gateway answers and every DHCP server has leased. */
export function compileCase({ input }: GoldenCase): LinuxCompilation {
  const { router } = readRouterOs(readFileSync(input, 'utf8'), { file: basename(input) });
  const world = fairWorld(router);
  return compileLinux(router, computeRib(router, world), world, { seed: 0x5eed });
}

/** ether1 to ether9, nothing else; ISP n leases n0.n0.n0.254 behind gateway n0.n0.n0.1. */
function fairWorld(router: Router): World {
  const names = Array.from({ length: 9 }, (_, i) => `ether${i + 1}`);
  const interfaces = Object.fromEntries(names.map(name => [name, { name, running: true, addresses: [] }]));
  const clients = router.dhcpClients.filter(({ disabled }) => !disabled);
  const leases = Object.fromEntries(clients.map(client => [client.interface, lease(client.interface)]));
  return settledWorld(router, { interfaces, leases, unreachable: [] });
}

function lease(name: string): World['leases'][string] {
  const n = Number(name.replace('ether', '')) * 10;
  const address: Ipv4Interface = { address: `${n}.${n}.${n}.254`, length: 24 };
  const gateway = printIpv4(prefixRange(networkOf(address)).from + 1);
  return { interface: name, address, gateway, dns: [gateway], leaseTime: 3_600_000 };
}
