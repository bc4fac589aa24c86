// What goes by every line while something happens.
import { waysOf } from '../failover/one-fault.mjs';
import { openConnection } from '../traffic/tcp.mjs';
import { everyMs, startUdp } from '../traffic/udp.mjs';

const connectionsEach = 6;

/** Starts it on every line; undefined where a line cannot be used within the time. */
export async function startTraffic({ client, internet, lines }, timeoutMs) {
  const ways = await waysOf({ client, internet, lines }, timeoutMs);
  if (!ways) return undefined;
  const all = ways.map(servers => ({
    udp: [false, true].map(isNew => startUdp(client, servers[0], { isNew })),
    connections: Array.from({ length: connectionsEach }, (_, i) =>
      openConnection(client, servers[i % servers.length], i % 2 ? 'sender' : 'receiver'),
    ),
  }));
  return {
    /** What the lines that are not among `hit` lost, and connections of theirs that broke. */
    harm(hit, fromMs, toMs) {
      const healthy = all.filter((_, line) => !hit.includes(line));
      const lost = healthy.flatMap(({ udp }) => udp).reduce((sum, one) => sum + one.lost(fromMs, toMs), 0);
      const broken = healthy
        .flatMap(({ connections }) => connections)
        .filter(({ endedMs }) => endedMs.some(atMs => atMs >= fromMs)).length;
      return { lost, broken };
    },
    /** When packets of those lines were lost, ms from the start: the stream, first and last, how many. */
    losses: (hit, fromMs, toMs) =>
      all.flatMap(({ udp }, line) =>
        hit.includes(line) ? [] : udp.flatMap((one, i) => lossOf(one, ['old', 'new'][i], line, fromMs, toMs)),
      ),
    /** The longest time that one of the streams got no answer, ms. */
    gapMs: (fromMs, toMs) =>
      Math.max(...all.flatMap(({ udp }) => udp).map(({ sent }) => longestGap(sent, fromMs, toMs))),
    stop() {
      for (const one of all.flatMap(({ udp }) => udp)) one.stop();
      for (const one of all.flatMap(({ connections }) => connections)) one.close();
    },
  };
}

function longestGap(sent, fromMs, toMs) {
  let [run, longest] = [0, 0];
  for (const { sentMs, answeredMs } of sent) {
    if (sentMs < fromMs || sentMs > toMs) continue;
    run = answeredMs === undefined ? run + everyMs : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function lossOf({ sent }, name, line, fromMs, toMs) {
  const lost = sent.filter(
    ({ sentMs, answeredMs }) => sentMs >= fromMs && sentMs <= toMs && answeredMs === undefined,
  );
  if (lost.length === 0) return [];
  const [first, last] = [lost[0], lost.at(-1)].map(({ sentMs }) => Math.round(sentMs - fromMs));
  return [`line ${line + 1}, ${name} flow: ${lost.length} lost between ${first} and ${last} ms`];
}
