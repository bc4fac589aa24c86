import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Namespace, privateNamespace } from '../../sys/index.ts';
import {
  type KernelEvent,
  type KernelEvents,
  type KernelPort,
  openNetlinkPort,
  watchKernel,
} from '../index.ts';

let ns: Namespace;
let port: KernelPort;
let events: KernelEvents;
let heard: KernelEvent[];

function listen(bufferBytes?: number): void {
  heard = [];
  // Looked at by hand only, so that nothing here depends on time.
  events = watchKernel(port.links(), event => heard.push(event), { ns, everyMs: 3_600_000, bufferBytes });
}

beforeEach(() => {
  ns = privateNamespace('kernel-events');
  port = openNetlinkPort(ns);
  port.createLink({ kind: 'veth', name: 'w1', index: 11, peer: { name: 'p1', index: 12 } });
});

afterEach(() => {
  events.close();
  port.close();
  ns.close();
});

it('hears of links, addresses and routes by name', () => {
  listen();
  for (const name of ['p1', 'w1']) port.changeLink(name, { up: true });
  const address = { address: '10.1.0.2', length: 24 };
  port.addAddress({ interface: 'w1', address, protocol: 27 });
  events.poll();
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

it('hears that a carrier is lost and that a link is gone', () => {
  for (const name of ['p1', 'w1']) port.changeLink(name, { up: true });
  listen();
  port.changeLink('p1', { up: false });
  expect(port.links().find(link => link.name === 'w1')?.running).toBe(false);
  port.deleteLink('w1');
  events.poll();
  const gone = heard
    .filter(event => event.kind === 'link' && event.deleted)
    .map(event => 'link' in event && event.link.name);
  expect(new Set(gone)).toEqual(new Set(['w1', 'p1']));
});

it('says that it could not hear everything, and goes on hearing', () => {
  listen(2048);
  for (let i = 0; i < 400; i++) port.changeLink('w1', { up: i % 2 === 0 });
  events.poll();
  expect(heard.some(event => event.kind === 'overflow')).toBe(true);
  heard.length = 0;
  port.changeLink('w1', { mtu: 1400 });
  events.poll();
  expect(heard).toContainEqual(expect.objectContaining({ link: expect.objectContaining({ mtu: 1400 }) }));
});
