import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Ipv4Prefix } from '../../net/index.ts';
import { libc, type Namespace, privateNamespace, run } from '../../sys/index.ts';
import {
  eventReader,
  type KernelEvent,
  type KernelPort,
  type KernelRoute,
  openEventSocket,
  openNetlinkPort,
} from '../index.ts';

let ns: Namespace;
let port: KernelPort;
let fd: number;
/** Read by hand only, so that nothing here depends on time. */
let read: () => readonly KernelEvent[];

function listen(bufferBytes?: number): void {
  fd = openEventSocket(ns, bufferBytes);
  read = eventReader(fd, port.links());
}

beforeEach(() => {
  ns = privateNamespace('kernel-events');
  port = openNetlinkPort(ns);
  port.createLink({ kind: 'veth', name: 'w1', index: 11, peer: { name: 'p1', index: 12 } });
});

afterEach(() => {
  libc.close(fd);
  port.close();
  ns.close();
});

it('event reader: links, addresses and routes change → each is reported by name', () => {
  listen();
  for (const name of ['p1', 'w1']) port.changeLink(name, { up: true });
  const address = { address: '10.1.0.2', length: 24 } as const;
  port.addAddress({ interface: 'w1', address, protocol: 27 });
  const heard = read();
  const last = heard.filter(event => event.kind === 'link' && event.link.name === 'w1').at(-1);
  expect(last).toMatchObject({ deleted: false, link: { index: 11, up: true, running: true } });
  expect(heard).toContainEqual({
    kind: 'address',
    deleted: false,
    address: { interface: 'w1', address, protocol: 27 },
  });
  expect(heard).toContainEqual(
    expect.objectContaining({
      kind: 'route',
      route: expect.objectContaining({ destination: '10.1.0.0/24' }),
    }),
  );
});

it('event reader: routes are deleted by us, by the kernel, by another program → each is named', () => {
  for (const name of ['p1', 'w1']) port.changeLink(name, { up: true });
  port.addAddress({ interface: 'w1', address: { address: '10.1.0.2', length: 24 }, protocol: 27 });
  const to = (destination: Ipv4Prefix): KernelRoute => ({
    ...{ table: 254, destination, type: 'unicast', protocol: 27, metric: 0 },
    nextHops: [{ address: '10.1.0.1', interface: 'w1', weight: 1 }],
  });
  for (const one of ['10.7.0.0/16', '10.8.0.0/16', '10.9.0.0/16'] as const) port.addRoute(to(one));
  listen();
  port.deleteRoute(to('10.7.0.0/16'));
  run(['ip', 'route', 'del', '10.8.0.0/16'], { ns });
  port.changeLink('w1', { up: false });
  const by = new Map(
    read().flatMap(event => (event.kind === 'route' ? [[event.route.destination, event.by] as const] : [])),
  );
  expect(by.get('10.7.0.0/16')).toBe(port.number);
  expect([0, port.number]).not.toContain(by.get('10.8.0.0/16'));
});

it('event reader: a carrier is lost, a link is deleted → both are reported', () => {
  for (const name of ['p1', 'w1']) port.changeLink(name, { up: true });
  listen();
  port.changeLink('p1', { up: false });
  expect(port.links().find(link => link.name === 'w1')?.running).toBe(false);
  port.deleteLink('w1');
  const gone = read()
    .filter(event => event.kind === 'link' && event.deleted)
    .map(event => 'link' in event && event.link.name);
  expect(new Set(gone)).toEqual(new Set(['w1', 'p1']));
});

it('event reader: more events than the buffer holds → overflow, then it goes on', () => {
  listen(2048);
  for (let i = 0; i < 400; i++) port.changeLink('w1', { up: i % 2 === 0 });
  expect(read().some(event => event.kind === 'overflow')).toBe(true);
  port.changeLink('w1', { mtu: 1400 });
  expect(read()).toContainEqual(expect.objectContaining({ link: expect.objectContaining({ mtu: 1400 }) }));
});
