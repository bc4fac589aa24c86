import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const nat = (rule: string): string =>
  `/ip firewall nat\nadd chain=dstnat in-interface=ether1 protocol=tcp ${rule}\n`;
const to = 'action=dst-nat to-addresses=192.168.88.20';

it.each([
  ['src-port alone', nat(`src-port=443 ${to}`), ['2:1']],
  ['of a redirect', nat('src-port=53 action=redirect'), ['2:1']],
  ['both', nat(`src-port=1024-65535 dst-port=443 ${to}`), []],
  ['dst-port alone', nat(`dst-port=443 ${to}`), []],
  ['either of both', nat(`port=443 ${to}`), []],
  ['all but some', nat(`src-port=!25 ${to}`), []],
  [
    'source translation',
    '/ip firewall nat\nadd chain=srcnat protocol=udp src-port=500 action=masquerade\n',
    [],
  ],
  ['turned off', nat(`src-port=443 ${to} disabled=yes`), []],
])('%s → its place', (_, text, places) => expect(placesOf('nat/forward-by-source', text)).toEqual(places));
