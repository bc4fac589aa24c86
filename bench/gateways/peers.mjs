// Others that do the same, on the same veths: what is installed is measured, what is not is named.
import { accessSync, constants } from 'node:fs';
import { run } from '../../dist/sys/index.js';
import { kinds, textOf } from '../failover/kinds.mjs';
import { startJalur } from './jalur.mjs';
import { startKeepalived } from './keepalived.mjs';
import { startShorewall } from './shorewall.mjs';

const all = [
  {
    name: 'RouterOS timers (jalur --pace routeros)',
    key: 'routeros',
    needs: [],
    outageMs: 40_000,
    start: site => startJalur(site, { file: site.config(textOf(kinds.carrier)), pace: 'routeros' }),
  },
  {
    name: 'Shorewall + lsm',
    key: 'shorewall',
    needs: ['shorewall', 'lsm'],
    outageMs: 20_000,
    start: startShorewall,
  },
  { name: 'keepalived', key: 'keepalived', needs: ['keepalived'], outageMs: 15_000, start: startKeepalived },
];

const has = tool =>
  ['/usr/sbin', '/sbin', '/usr/bin', '/bin'].some(folder => {
    try {
      accessSync(`${folder}/${tool}`, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const lacking = peer => peer.needs.filter(tool => !has(tool));
const aptLine = peer => `apt-get install --no-install-recommends ${peer.needs.join(' ')}`;

/** The peers that were asked for: those that can be measured here, and those that cannot, with what would help. */
export function peersOf({ peers: wanted, install }) {
  const asked = all.filter(({ key }) => wanted?.includes(key) ?? true);
  if (install) for (const peer of asked.filter(one => lacking(one).length > 0)) installed(peer);
  return {
    peers: asked.filter(one => lacking(one).length === 0),
    missing: asked
      .filter(one => lacking(one).length > 0)
      .map(peer => ({ name: peer.name, apt: aptLine(peer) })),
  };
}

/** Services that a package would start on this machine are not wanted: only the programs are. */
function installed(peer) {
  const argv = [
    'sh',
    '-c',
    `printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d; DEBIAN_FRONTEND=noninteractive ${aptLine(peer)} -y -q; code=$?; rm -f /usr/sbin/policy-rc.d; exit $code`,
  ];
  const { code, stderr } = run(argv, { allowFailure: true, timeoutMs: 300_000 });
  if (code !== 0) console.error(`${peer.name}: ${stderr.trim().split('\n').at(-1)}`);
}
