// What a namespace's kernel holds for the gateway, as text without what counts by itself.
import { hex, keptField } from '../../dist/linux/index.js';
import { run } from '../../dist/sys/index.js';

const listings = [
  ['ip', '-o', '-4', 'addr'],
  ['ip', '-4', 'route', 'show', 'table', 'all'],
  ['ip', '-4', 'rule'],
  ['nft', 'list', 'ruleset'],
  ['sysctl', 'net.ipv4.ip_forward', 'net.ipv6.conf.all.forwarding', 'net.ipv4.conf.ether1.rp_filter'],
];

const steady = line =>
  line
    .replace(/packets \d+ bytes \d+/g, 'counted')
    .replace(/(valid_lft|preferred_lft) \S+/g, '')
    .replace(/ expires \S+/g, '')
    // A table that is loaded again is of the next edition: its number ends the decisions that connections keep.
    .replace(/(?<=ct mark & )0xffff[0-9a-f]{4} \| 0x0000[0-9a-f]{4}(?= accept comment "decided")/, 'edition')
    .replace(new RegExp(`(?<=ct mark & ${hex(keptField.edition.mask)} == )0x0000[0-9a-f]{4}`), 'edition')
    .trimEnd();

/** One line each; where nothing is said of order, in order. */
export const kernelState = ns =>
  listings.flatMap(argv => {
    const lines = run(argv, { ns, allowFailure: true }).stdout.split('\n').map(steady).filter(Boolean);
    return argv[0] === 'ip' ? lines.sort() : lines;
  });

/** Lines that one has and the other has not. */
export function differencesOf(wanted, found) {
  const missing = wanted.filter(line => !found.includes(line)).map(line => `missing: ${line.trim()}`);
  const extra = found.filter(line => !wanted.includes(line)).map(line => `too much: ${line.trim()}`);
  return [...missing, ...extra];
}
