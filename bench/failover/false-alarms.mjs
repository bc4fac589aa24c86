// What must not happen: a line that is full, or loses some packets, is called dead.
import { bringUp } from '../../dist/lab/index.js';
import { startDownloads, startPings, startServers, startUploads } from '../../dist/lab/traffic/index.js';
import { monotonicMs, sleep } from '../../dist/sys/index.js';
import { paper, paperTopology } from '../site/lab.mjs';

const prefix = name => `bench${process.pid}-${name}-`;

async function watched(name, topology, minutes, traffic) {
  const lab = await bringUp(topology, `${paper}/paper-fixed.rsc`, { prefix: prefix(name), pace: 'jalur' });
  try {
    const sinceMs = monotonicMs();
    const stop = await traffic(lab);
    await sleep(minutes * 60_000);
    const falls = lab.router.events.filter(
      ({ type, atMs, status }) => type === 'line' && status === 'down' && atMs >= sinceMs,
    );
    await stop();
    return falls.length;
  } finally {
    await lab.down();
  }
}

/** Every line full both ways for a while: how often one is called dead; null where it was not watched. */
export const saturated = async minutes =>
  minutes <= 0
    ? null
    : watched('full', paperTopology(), minutes, async lab => {
        const servers = await startServers(lab.internet.ns);
        const flows = lab.clients.flatMap(({ ns }, i) =>
          lab.internet.servers.slice(i * 40, i * 40 + 8).map(address => ({ ns, address })),
        );
        const bulks = [startDownloads(flows), startUploads(flows, servers)];
        return () => {
          for (const bulk of bulks) bulk.stop();
        };
      });

/** Lines that lose 2 % of what passes, each way, with pings of few clients. */
export const loss2 = async minutes => {
  if (minutes <= 0) return null;
  // A round trip passes the cable twice.
  const topology = paperTopology(isp => ({ ...isp, rate: {}, loss: 1 }));
  return watched('loss', topology, minutes, async lab => {
    const pings = lab.clients.map(({ ns }, i) =>
      startPings({ ns, targets: lab.internet.servers.slice(i * 10, i * 10 + 10), everyMs: 100 }),
    );
    return () => Promise.all(pings.map(one => one.stop()));
  });
};
