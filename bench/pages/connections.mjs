// Real traffic through the router: many connections that stay, and some that moves what pages show.
import { end, run, sleep, spawnIn } from '../../dist/sys/index.js';

const opener = `
const [count] = process.argv.slice(1).map(Number);
const dgram = require('node:dgram');
const ports = 400;
(async () => {
  for (let first = 0; first < count; first += ports) {
    const socket = dgram.createSocket('udp4');
    await new Promise(resolve => socket.bind(0, '192.168.0.50', resolve));
    const host = '203.0.113.' + (1 + ((first / ports) % 254));
    const all = Array.from({ length: Math.min(ports, count - first) }, (_, i) =>
      new Promise(resolve => socket.send('x', 10000 + i, host, resolve)));
    await Promise.all(all);
    socket.close();
  }
})();
`;

/** A datagram of each connection, with a timeout that lets them stay; resolves with how many the router tracks. */
export async function fillConnections(site, count) {
  const set = (name, value) =>
    run(['sysctl', '-qw', `net.netfilter.${name}=${value}`], { ns: site.router, allowFailure: true });
  set('nf_conntrack_udp_timeout', 3600);
  set('nf_conntrack_max', Math.max(262_144, 2 * count));
  const tracked = () =>
    Number(run(['sysctl', '-n', 'net.netfilter.nf_conntrack_count'], { ns: site.router }).stdout);
  for (let i = 0; i < 8 && tracked() < count; i++) {
    run([process.execPath, '-e', opener, `${Math.ceil((count - tracked()) * 1.02)}`], {
      ns: site.client.ns,
      timeoutMs: 120_000,
    });
    await sleep(500);
  }
  if (tracked() < count * 0.95) throw new Error(`the router tracks ${tracked()} of ${count} connections`);
  return tracked();
}

const talker = `
const dgram = require('node:dgram');
const sockets = Array.from({ length: 16 }, () => dgram.createSocket('udp4'));
const text = Buffer.alloc(1000);
setInterval(() => {
  const loud = 20 + 20 * Math.sin(Date.now() / 700);
  for (let i = 0; i < loud; i++) {
    const one = Math.floor(Math.random() * sockets.length);
    sockets[one].send(text, 20000 + one, '203.0.113.200', () => {});
  }
}, 50);
`;

/** Up to some 6 Mbit/s that rise and fall by all lines, so that rates are other ones each time. */
export function startTraffic(site) {
  const child = spawnIn(site.client.ns, [process.execPath, '-e', talker], { stdio: 'ignore' });
  return { stop: () => end(child) };
}
