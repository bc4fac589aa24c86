import { expect, it } from 'vitest';
import { makeRoute } from '../../model/index.ts';
import { computeRib, type World } from '../../rib/index.ts';
import { compileLinux } from '../compile.ts';
import { at, paperRouter, paperWorld } from '../testing/index.ts';

it('a next hop: in a network of its interface, outside of all, on a link to one peer → on-link where it is outside', () => {
  const router = paperRouter({
    routes: [
      makeRoute({ destination: '10.1.0.0/16', gateways: [{ address: '10.10.10.1' }], origin: at(1) }),
      makeRoute({
        destination: '10.2.0.0/16',
        gateways: [{ address: '203.0.113.1', interface: 'ether1' }],
        origin: at(2),
      }),
      makeRoute({
        destination: '10.3.0.0/16',
        gateways: [{ address: '198.51.100.1', interface: 'ether2' }],
        origin: at(3),
      }),
    ],
  });
  const world = paperWorld();
  const peer = { address: '198.51.100.2', length: 32, peer: '198.51.100.1' } as const;
  const [ether2] = [world.interfaces['ether2']].filter(one => one !== undefined);
  if (!ether2) throw new Error('ether2 is expected');
  const dialled: World = {
    ...world,
    interfaces: { ...world.interfaces, ether2: { ...ether2, addresses: [...ether2.addresses, peer] } },
  };
  const { program } = compileLinux(router, computeRib(router, dialled), dialled, { seed: 1 });
  const hops = (destination: string) =>
    program.routes
      .find(route => route.destination === destination)
      ?.nextHops.map(({ address, onLink }) => [address, onLink]);
  expect(hops('10.1.0.0/16')).toEqual([['10.10.10.1', undefined]]);
  expect(hops('10.2.0.0/16')).toEqual([['203.0.113.1', true]]);
  expect(hops('10.3.0.0/16')).toEqual([['198.51.100.1', undefined]]);
});
