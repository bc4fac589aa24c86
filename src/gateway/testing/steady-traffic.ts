import { commandLineOf, type Namespace, processesIn, sleep } from '../../sys/index.ts';
import { type Conversation, type Stream, servers, type Town } from './conversations.ts';

/** By each line UDP at 1 kHz and new connections at 100 Hz, and TCP whose both ends speak. */
export interface Traffic {
  readonly streams: readonly Stream[];
  readonly talks: readonly Conversation[];
}

/** Resolves when it flows, at once by both lines: each of them is up. */
export async function steadyTraffic(town: Town): Promise<Traffic> {
  const talks = await Promise.all(servers.map(server => town.open(server)));
  const ways = [0, 1].map(isp => talks.find(one => one.isp === isp)?.server);
  const known = ways.filter(server => server !== undefined);
  if (known.length !== 2) throw new Error(`by one line alone: ${talks.map(({ isp }) => isp).join()}`);
  const streams = [
    ...known.map(server => town.stream(server, 1)),
    ...known.map(server => town.stream(server, 10, true)),
  ];
  await until(() => streams.every(({ arrived }, i) => (arrived[i % 2] ?? 0) > 50));
  return { streams, talks };
}

/** What was lost of it until now: datagrams, and conversations whose ends no longer hear each other. */
export async function lostOf({ streams, talks }: Traffic) {
  const before = talks.map(({ heard }) => heard);
  for (const [index, one] of talks.entries()) index % 2 === 0 ? one.fromClient() : one.fromServer();
  await until(() => talks.every(({ heard, ended: why }, i) => heard > (before[i] ?? 0) || why !== undefined));
  for (const one of streams) one.pause();
  const broken = talks.flatMap(({ ended: why }) => why ?? []);
  const missing = () => streams.map(({ sent, arrived }, i) => sent - (arrived[i % 2] ?? 0));
  for (let looks = 0; looks < 50 && missing().some(count => count > 0); looks++) await sleep(20);
  for (const one of streams) one.stop();
  return { broken, lost: missing() };
}

/** What is lost where nothing is. */
export const nothing = { broken: [], lost: [0, 0, 0, 0] };

/** The processes of the services in a router's namespace, by their command lines. */
export function servicesIn(router: Namespace): Readonly<Record<string, number>> {
  const all = processesIn([router]).map(pid => [commandLineOf(pid).join(' '), pid] as const);
  return Object.fromEntries(all.filter(([command]) => /^(dnsmasq|udhcpc|pppd)/.test(command)));
}

/** The test's own time limit says that it never will be so. */
async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await sleep(20);
}
