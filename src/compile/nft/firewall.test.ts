import { expect, it } from 'vitest';
import type { Router } from '../../model/index.ts';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { linuxContext } from '../context.ts';
import { compileLinux } from '../index.ts';
import { firewallOf } from './firewall.ts';

// Rules that say something of themselves, count by address (sets that are numbered), and are guarded.
const text = `
/ip address add address=10.10.10.2/24 interface=ether1
/ip firewall address-list add list=blocked address=example.com
/ip firewall filter
add chain=forward action=drop src-address-list=blocked
add chain=forward action=accept dst-limit=10,5,dst-address/1m40s
add chain=forward action=drop content=x
/ip firewall mangle add chain=prerouting action=mark-connection new-connection-mark=a per-connection-classifier=src-address:2/0
/ip route add gateway=10.10.10.1
`;

const compiled = (router = readRouterOs(text, { file: 'a.rsc' }).router, seed = 1) => {
  const { world } = assumeWorld(router);
  return compileLinux(router, computeRib(router, world), world, { seed });
};

it('firewall: the same router again → the same program, and all that was said of it again', () => {
  const { router } = readRouterOs(text, { file: 'a.rsc' });
  const first = compiled(router);
  expect(first.diagnostics.length).toBeGreaterThan(0);
  expect(first.program.nft.text).toContain('set meter0');
  expect(compiled(router)).toEqual(first);
});

it('firewall: the same router with another seed → its hashes have that', () => {
  const { router } = readRouterOs(text, { file: 'a.rsc' });
  const one = compiled(router, 1).program.nft.text;
  const two = compiled(router, 2).program.nft.text;
  expect(two).not.toBe(one);
  expect(two).toBe(compiled(undefined, 2).program.nft.text);
});

/** How often the router's firewall is compiled. */
function timesCompiled(router: Router): number {
  let times = 0;
  const { world } = assumeWorld(router);
  const context = linuxContext(router, computeRib(router, world), world, { seed: 1 }, []);
  firewallOf(context, () => {
    times += 1;
    return {
      chains: [],
      helpers: [],
      lookups: [],
      shortCuts: [],
      divided: [],
      guarded: [],
      firsts: [],
      srcnat: undefined,
    };
  });
  return times;
}

it('firewall: a router with other routes alone → what was compiled; with another rule or mark → anew', () => {
  const { router } = readRouterOs(text, { file: 'a.rsc' });
  const other = (more: string) => readRouterOs(`${text}${more}`, { file: 'a.rsc' }).router;
  const route = other('/ip route add dst-address=10.9.0.0/16 gateway=10.10.10.1\n').routes;
  const marked = router.routes.map(one => ({ ...one, table: 'to_one' }));
  expect(timesCompiled(router)).toBe(1);
  expect(timesCompiled({ ...router, routes: route })).toBe(0);
  expect(timesCompiled({ ...router, routes: marked })).toBe(1);
  expect(timesCompiled(other('/ip firewall filter add chain=input action=drop\n'))).toBe(1);
  // Items that say the same, but were read anew: rules are known by themselves.
  expect(timesCompiled(readRouterOs(text, { file: 'a.rsc' }).router)).toBe(1);
});
