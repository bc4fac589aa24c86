#!/usr/bin/env node
// What a change of shares costs, on the built program, as root: `node bench/shares.mjs`. Targets: in the kernel at most 1 ms for 64
// buckets, 3 ms for 256. It makes a namespace of its own: one of three lines dies and returns (a third of the buckets changes hands),
// or weights follow what lines deliver (a twelfth).
import { family, openNetlink } from '../dist/kernel/index.js';
import { fillSets, isFilled } from '../dist/kernel/netlink/index.js';
import { bucketTable, movedBuckets, reweighed, withoutDead } from '../dist/pcc/index.js';
import { privateNamespace, run } from '../dist/sys/index.js';

const runs = 500;
const owners = ['one', 'two', 'three'];
const weights = owners.map(owner => ({ owner, weight: 1 }));
const ms = value => `${value.toFixed(2)} ms`;
const sorted = times => times.toSorted((a, b) => a - b);
const at = (times, part) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * part))];
const told = times => `median ${ms(at(times, 0.5))}, 99 % ${ms(at(times, 0.99))}`;
const row = (name, value) => console.log(`${name.padEnd(58)}${value}`);

function timed(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

const ns = privateNamespace('bench-shares');
const socket = openNetlink(family.NETFILTER, ns);
try {
  for (const buckets of [64, 256, 1024]) {
    const table = bucketTable(weights, buckets);
    const dead = withoutDead(table, weights, ['two']);
    const leads = table.map((owner, bucket) => `${bucket} : jump ${owner}`).join(', ');
    const chains = owners.map(owner => `chain ${owner} { counter; }`).join('\n');
    const map = `map by { typeof numgen inc mod ${buckets} : verdict; elements = { ${leads} }; }`;
    const chain = `chain in { type filter hook input priority 0; jhash ip saddr mod ${buckets} seed 0x1 vmap @by; }`;
    const input = `add table inet jalur\ndelete table inet jalur\ntable inet jalur {\n${chains}\n${map}\n${chain}\n}\n`;
    run(['nft', '-f', '-'], { ns, input });
    const set = elements => ({ table: 'jalur', name: 'by', type: 'buckets', chains: 3, elements });
    const followed = reweighed(
      table,
      [3, 4, 5].map((weight, i) => ({ owner: owners[i], weight })),
    );
    for (const [why, other] of [
      ['a line dies or returns', dead],
      ['weights follow', followed],
    ]) {
      fillSets(socket, [set(table)]);
      const pairs = Array.from({ length: runs }, (_, i) => [set(i % 2 === 0 ? other : table)]);
      const times = pairs.map(sets => timed(() => fillSets(socket, sets)));
      const moved = `${movedBuckets(table, other)} of ${buckets} buckets change hands`;
      row(`${moved} (${why})`, told(times));
    }
    const looks = Array.from({ length: runs }, () => timed(() => isFilled(socket, set(followed))));
    row(`  of it the look at the map of ${buckets}`, told(looks));
    const decided = Array.from({ length: runs }, () => timed(() => withoutDead(table, weights, ['two'])));
    row(`${buckets} buckets: who owns them when a line dies`, told(decided));
    const other = [2, 1, 1].map((weight, i) => ({ owner: owners[i], weight }));
    row(
      `${buckets} buckets: who owns them with other weights`,
      told(Array.from({ length: runs }, () => timed(() => reweighed(table, other)))),
    );
  }
} finally {
  socket.close();
  ns.close();
}
