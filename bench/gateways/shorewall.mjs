// Shorewall with lsm, which tells it of dead lines.
import { mkdirSync, writeFileSync } from 'node:fs';
import { sleep, spawnIn } from '../../dist/sys/index.js';
import { startingShorewall } from './shorewall-start.mjs';
import { addressPorts, endWith } from './static-ports.mjs';

const files = {
  zones: 'fw firewall\nnet ipv4\nloc ipv4\n',
  interfaces: '?FORMAT 2\nnet ether1 optional\nnet ether2 optional\nloc ether4 -\n',
  policy: 'loc net ACCEPT\nloc fw ACCEPT\nfw all ACCEPT\nnet all DROP\nall all REJECT\n',
  rules: '?SECTION NEW\n',
  providers:
    'ISP1 1 1 - ether1 10.10.10.1 track,balance=2 -\nISP2 2 2 - ether2 20.20.20.1 track,balance=1 -\n',
  snat: 'MASQUERADE 192.168.0.0/24 ether1\nMASQUERADE 192.168.0.0/24 ether2\n',
};

/** Its own defaults: a ping each second, seven lost. */
const lsm = folder => `defaults {
  name=defaults
  checkip=127.0.0.1
  eventscript=${folder}/event.sh
  max_packet_loss=15
  max_successive_pkts_lost=7
  min_packet_loss=5
  min_successive_pkts_rcvd=10
  interval_ms=1000
  timeout_ms=1000
  check_arp=0
  ttl=64
}
connection {
  name=ISP1
  checkip=8.8.4.4
  device=ether1
}
connection {
  name=ISP2
  checkip=9.9.9.9
  device=ether2
}
`;

const event = `#!/bin/sh
# STATE NAME CHECKIP DEVICE …
case "$1" in
  up) shorewall enable "$4" ;;
  down) shorewall disable "$4" ;;
esac >/dev/null 2>&1
`;

export async function startShorewall(site) {
  await site.ready;
  addressPorts(site);
  const folder = `${site.folder}/shorewall`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/lsm.conf`, lsm(folder));
  writeFileSync(`${folder}/event.sh`, event, { mode: 0o755 });
  const after = `exec lsm -c ${folder}/lsm.conf -p ${folder}/lsm.pid -f`;
  const argv = startingShorewall(folder, files, after);
  const child = spawnIn(site.router, argv);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => {
      said = `${said}${data}`.slice(-3000);
    });
  for (let tries = 0; tries < 200 && !said.includes('\nstarted\n'); tries++) {
    if (child.exitCode !== null) throw new Error(`Shorewall did not start: ${said}`);
    await sleep(100);
  }
  await sleep(3000);
  return {
    name: 'Shorewall + lsm',
    pid: child.pid,
    detectedMs: () => undefined,
    stop: () => endWith(child, site),
  };
}
