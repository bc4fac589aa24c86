import { afterEach, beforeEach, expect, it } from 'vitest';
import { monotonicMs, type Namespace, privateNamespace } from '../../sys/index.ts';
import {
  type KernelEvents,
  type KernelPort,
  type KernelWatch,
  openNetlinkPort,
  watchKernel,
} from '../index.ts';

let ns: Namespace;
let port: KernelPort;
let watch: KernelWatch;
let heard: KernelEvents[];
let arrived: () => void = () => {};

beforeEach(() => {
  ns = privateNamespace('kernel-watch');
  port = openNetlinkPort(ns);
  port.createLink({ kind: 'veth', name: 'w1', index: 11, peer: { name: 'p1', index: 12 } });
  for (const name of ['p1', 'w1']) port.changeLink(name, { up: true });
  heard = [];
  watch = watchKernel(
    port.links(),
    events => {
      heard.push(events);
      arrived();
    },
    ns,
  );
});

afterEach(async () => {
  await watch.close();
  port.close();
  ns.close();
});

/** The first report with a link that is not running. */
async function carrierLost(): Promise<KernelEvents> {
  for (;;) {
    const found = heard.find(({ events }) =>
      events.some(event => event.kind === 'link' && event.link.name === 'w1' && !event.link.running),
    );
    if (found) return found;
    await new Promise<void>(resolve => {
      arrived = resolve;
    });
  }
}

it('watchKernel: the carrier is lost while nobody listens yet → reported with its time', async () => {
  port.changeLink('p1', { up: false });
  expect((await carrierLost()).atMs).toBeLessThanOrEqual(monotonicMs());
});

it('watchKernel: the main thread is busy → the event has the time at which it was read, not delivered', async () => {
  port.changeLink('w1', { mtu: 1400 });
  while (heard.length === 0) {
    await new Promise<void>(resolve => {
      arrived = resolve;
    });
  }
  port.changeLink('p1', { up: false });
  const busyUntil = monotonicMs() + 200;
  while (monotonicMs() < busyUntil);
  const { atMs } = await carrierLost();
  expect(atMs).toBeLessThan(busyUntil - 20);
});

it('watchKernel: closed while it waits → ends at once, reports nothing more', async () => {
  await watch.close();
  const seen = heard.length;
  port.changeLink('p1', { up: false });
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(heard.length).toBe(seen);
});
