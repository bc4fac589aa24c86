import { entryPoint } from '../../src/sys/index.ts';

const floor = (name: string): string => JSON.stringify(entryPoint(`${name}/index.ts`));

/**
 * A gateway for tests of the lab alone: static WAN addresses 10.10.10.254 and 20.20.20.254, default route by the first,
 * NAT, DHCP on the LAN. Speaks the gateway's control protocol as far as the lab needs it.
 */
export const standIn: readonly string[] = [
  process.execPath,
  '--input-type=module',
  '-e',
  `
  import { dnsmasqServices, startService } from ${floor('dhcp')};
  import { openNetlinkPort } from ${floor('kernel')};
  import { noOrigin } from ${floor('model')};
  import { monotonicMs, run, writeSysctl } from ${floor('sys')};
  import { Socket } from 'node:net';
  import { createInterface } from 'node:readline';
  const kernel = openNetlinkPort();
  const wans = [['ether1', '10.10.10.254', '10.10.10.1'], ['ether2', '20.20.20.254', '20.20.20.1']];
  for (const [name, address] of [...wans, ['ether4', '192.168.0.1']]) {
    kernel.changeLink(name, { up: true });
    kernel.addAddress({ interface: name, address: { address, length: 24 }, protocol: 0 });
  }
  const route = { table: 254, destination: '0.0.0.0/0', type: 'unicast', protocol: 4 };
  wans.forEach(([name, , gateway], metric) => {
    kernel.addRoute({ ...route, metric, nextHops: [{ address: gateway, interface: name, weight: 1 }] });
  });
  writeSysctl('net.ipv4.ip_forward', '1');
  run(['nft', '-f', '-'], { input: 'table ip nat { chain post { type nat hook postrouting priority 100; oifname { ether1, ether2 } masquerade; }; }' });
  const server = { origin: noOrigin, interface: 'ether4', network: '192.168.0.0/24', ranges: [{ from: '192.168.0.100', to: '192.168.0.199' }],
    leaseTime: 3600000, gateway: ['192.168.0.1'], dns: [], ntp: [], authoritative: true, leases: [] };
  for (const spec of dnsmasqServices({ dhcpServers: [server] }, process.env.TMPDIR ?? '/tmp')) startService(spec, {});
  const parent = new Socket({ fd: 3, readable: true, writable: true });
  parent.on('close', () => process.exit(0));
  const send = message => parent.write(JSON.stringify({ v: 1, ...message }) + '\\n');
  let seq = 0;
  const tell = (type, more) =>
    send({ type: 'event', seq: ++seq, time: new Date().toISOString(), event: { type, atMs: monotonicMs(), ...more } });
  send({ type: 'hello', pid: process.pid });
  tell('ready', { durationMs: 0, dialect: 'v7' });
  for (const name of ['ether1', 'ether2', 'ether4']) tell('link', { interface: name, running: true });
  for (const [name, address, gateway] of wans) {
    tell('lease', { interface: name, lease: { interface: name, address: { address, length: 24 }, gateway, dns: [], leaseTime: 3600000 } });
  }
  createInterface({ input: parent }).on('line', line => {
    const { type, id } = JSON.parse(line);
    if (type === 'routes') return send({ type: 'reply', id, value: { rib: { routes: [], checks: [] }, fib: [], differences: [] } });
    send({ type: 'failed', id, error: { code: 'control/failed', what: 'A stand-in only.', do: 'Use the gateway.' } });
  });
  `,
];
