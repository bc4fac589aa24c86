// One fault on one line, and everything that the client of the gateway has of it.
import { monotonicMs, sleep } from '../../dist/sys/index.js';
import { startNames } from '../traffic/dns.mjs';
import { openConnection } from '../traffic/tcp.mjs';
import { askWays, startUdp } from '../traffic/udp.mjs';

const connectionsEach = 8;
/** How long a fault is watched at most, by default, and the way back. */
const limits = { outageMs: 6000, backMs: 20_000 };
/** After everything has recovered, and after the way back: who breaks late is seen too. */
const afterMs = 500;
/** A fault lasts as long at least: shorter ones teach the gateway that this line is well again by itself (docs/health.md). */
const leastMs = 3000;

/** Waits until it holds; whether it did in time. */
async function until(fits, timeoutMs) {
  const endMs = monotonicMs() + timeoutMs;
  while (!fits()) {
    if (monotonicMs() > endMs) return false;
    await sleep(10);
  }
  return true;
}

/** Servers by the line that leads to them, once every line has some. */
export async function waysOf({ client, internet, lines }, timeoutMs = 20_000) {
  const endMs = monotonicMs() + timeoutMs;
  for (;;) {
    const found = await askWays(client, internet.servers);
    const ways = lines.map((_, i) => found.filter(({ line }) => line === i).map(({ server }) => server));
    if (ways.every(list => list.length >= 3)) return ways;
    if (monotonicMs() > endMs) return undefined;
    await sleep(200);
  }
}

/** What goes by one line: connections, and UDP by one flow and by new ones. `isIdle`: nothing is said after the start. */
function lineTraffic(client, servers, isIdle) {
  const kinds = isIdle ? ['idle', 'idle'] : ['sender', 'receiver'];
  const connections = Array.from({ length: 2 * connectionsEach }, (_, i) =>
    openConnection(client, servers[i % servers.length], kinds[i % 2]),
  );
  const udp = isIdle ? [] : [false, true].map(isNew => startUdp(client, servers[0], { isNew }));
  return { connections, udp };
}

const isOpen = one => one.openedMs.length > one.endedMs.length;
const endedSince = (one, sinceMs) => one.endedMs.find(atMs => atMs >= sinceMs);
const openedSince = (one, sinceMs) => one.openedMs.find(atMs => atMs >= sinceMs);

/** A connection that broke and is there again: when, from the fault on. Undefined where either has not happened. */
function reconnected(one, cutMs) {
  const endedMs = endedSince(one, cutMs);
  const againMs = endedMs === undefined ? undefined : openedSince(one, endedMs);
  return againMs === undefined ? undefined : againMs - cutMs;
}

/**
 * Makes the fault and mends it. Times are ms from the cut; undefined: never within the time that was waited. `kind`: a key
 * of the line's faults.
 */
export async function oneFault(site, gateway, { kind, line, isIdle = false, outageMs, backMs }) {
  const { client, lines } = site;
  const limit = { outageMs: outageMs ?? limits.outageMs, backMs: backMs ?? limits.backMs };
  const ways = await waysOf(site, limit.backMs);
  if (!ways) throw new Error('not every line was in use before the fault');
  const { name, faults } = lines[line];
  const dead = lineTraffic(client, ways[line], isIdle);
  const others = lines.flatMap((_, i) => (i === line ? [] : [lineTraffic(client, ways[i], false)]));
  const all = [dead, ...others];
  const names = kind === 'dns' ? startNames(client, '192.168.0.1', 'google.com') : undefined;
  // An idle line is one that was silent for longer than health takes traffic for a conversation.
  await sleep((isIdle ? 2600 : 700) + Math.random() * 600);

  await until(() => all.every(({ connections }) => connections.every(isOpen)), 5000);

  const cutMs = monotonicMs();
  const mend = faults[kind](site.resolvers);
  const probe = startUdp(client, ways[line][0], { isNew: true });
  const restored = () => (names ?? probe).answeredSince(cutMs);
  // What its server saw come by a healthy line has no reason to end.
  const isOfLine = one => isOpen(one) && (one.line ?? line) === line;
  const broken = kind === 'dns' ? [] : dead.connections.filter(isOfLine);
  const isOver = () => restored() && broken.every(one => reconnected(one, cutMs) !== undefined);
  await until(isOver, limit.outageMs);
  await sleep(Math.max(afterMs, cutMs + leastMs - monotonicMs()));
  const detectedMs = gateway.detectedMs(name, cutMs);
  const hung = broken.filter(one => endedSince(one, cutMs) === undefined);
  const outcome = {
    detectMs: detectedMs === undefined ? undefined : detectedMs - cutMs,
    restoreMs: restored() ? restored().answeredMs - cutMs : undefined,
    reconnectMs: broken.map(one => reconnected(one, cutMs)),
    hung: hung.filter(one => one.kind !== 'sender').length,
    sendersHung: hung.filter(one => one.kind === 'sender').length,
  };

  const alive = all.flatMap(({ connections }) => connections).filter(isOpen);
  mend();
  const mendedMs = monotonicMs();
  const isBack = await until(() => probe.answeredSince(mendedMs, one => one.line === line), limit.backMs);
  await sleep(afterMs);
  const endMs = monotonicMs();
  // Answers may take their time over a delayed cable.
  await sleep(400);
  const result = {
    ...outcome,
    isBack,
    backMs: endMs - afterMs - mendedMs,
    failbackBroken: alive.filter(one => endedSince(one, mendedMs) !== undefined).length,
    healthyLost: others.flatMap(({ udp }) => udp).reduce((sum, one) => sum + one.lost(cutMs - 100, endMs), 0),
    healthyBroken: others.flatMap(({ connections }) => connections).filter(one => endedSince(one, cutMs))
      .length,
  };
  for (const one of all.flatMap(({ connections }) => connections)) one.close();
  for (const one of [probe, names, ...all.flatMap(({ udp }) => udp)]) one?.stop();
  return result;
}
