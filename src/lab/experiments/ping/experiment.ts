import { sleep } from '../../../sys/index.ts';
import { between, type Pinging, type PingSample, startPings, startServers } from '../../traffic/index.ts';
import { leaveAlone, pairBy, repairAll } from '../cuts.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type PingExpectation, pingExpectation } from '../expect.ts';
import { namedPairs, nameOfServer, type Pair, pairs } from '../pairs.ts';
import { everyMs, type PingLog } from './data.ts';
import { judgePing } from './judge.ts';
import { pingRequirements } from './requirements.ts';
import { type PingWords, pingWords } from './say.ts';

const upMs = 3000;
const downMs = 4000;
/** After the repair a gateway may need its next check, 10 s later, to detect it. */
const backLimitMs = 15_000;

/** Ping: what a user sees of an ISP that goes and comes, when it is the only one and when there is another. */
export const ping = defineExperiment<PingExpectation, PingLog, PingWords>({
  name: 'ping',
  repeats: ['Gambar 8', 'Gambar 9'],
  expectation: pingExpectation,
  say: pingWords,
  parts: ({ isps }, { partAlone, partBackup }) => [
    { name: 'alone', title: partAlone, seconds: 28 },
    ...(isps.length > 1 ? [{ name: 'backed-up', title: partBackup, seconds: 24 }] : []),
  ],
  measure,
  judge: judgePing,
  requirements: pingRequirements,
});

type Context = Measuring<PingExpectation, PingWords>;

async function measure(context: Context): Promise<PingLog> {
  const { lab, part, progress, say } = context;
  const servers = await startServers(lab.internet.ns);
  const [isp] = lab.isps;
  if (!isp) throw new Error('a topology has at least one ISP');
  const pair = await pairBy(lab, isp.name, [...namedPairs(lab), ...pairs(lab, 24)]);
  const carrier = pair?.via ?? isp.name;
  const chosen: Pair | undefined = pair ?? pairs(lab, 1)[0];
  if (!chosen) throw new Error('a topology has at least one client and one server');
  const others = part === 'alone' ? await leaveAlone(lab, carrier, chosen) : [];
  try {
    progress(0.1, say.pinging(chosen.address, carrier.toUpperCase()));
    return await pingThrough(context, carrier, chosen);
  } finally {
    await repairAll(others);
    await servers.close();
  }
}

async function pingThrough(
  { lab, progress, say }: Context,
  isp: string,
  { client, address }: Pair,
): Promise<PingLog> {
  const pings = startPings({ ns: client.ns, targets: [address], everyMs, timeoutMs: 1000 });
  let samples: readonly PingSample[] = [];
  let [cutMs, repairMs] = [0, 0];
  try {
    await sleep(upMs);
    const fault = await lab.fault('unplug', isp);
    cutMs = fault.atMs;
    progress(0.3, say.unplugged(isp.toUpperCase()));
    await sleep(downMs);
    repairMs = await fault.repair();
    progress(0.5, say.pluggedIn(isp.toUpperCase()));
    await untilSteady(pings, repairMs);
  } finally {
    samples = await pings.stop();
  }
  const plain = samples.map(({ atMs, rttMs }) => ({ atMs, rttMs }));
  const startMs = plain[0]?.atMs ?? cutMs;
  return {
    client: client.name,
    server: nameOfServer(lab.topology, address),
    isp,
    startMs,
    cutMs,
    repairMs,
    samples: plain,
  };
}

async function untilSteady(pings: Pinging, fromMs: number): Promise<void> {
  for (let waited = 0; waited < backLimitMs; waited += 250) {
    await sleep(250);
    const recent = between(pings.samples(), fromMs, Number.POSITIVE_INFINITY).slice(-20, -5);
    if (recent.length === 15 && recent.every(({ rttMs }) => rttMs !== null)) return;
  }
}
