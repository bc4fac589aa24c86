import { sleep } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import { between, type Pinging, type PingSample, startPings, startServers } from '../../traffic/index.ts';
import { leaveAlone, pairBy, repairAll } from '../cuts.ts';
import { defineExperiment } from '../define.ts';
import { type PingExpectation, pingExpectation } from '../expect.ts';
import type { PartContext } from '../experiment.ts';
import { namedPairs, nameOfServer, type Pair, pairs } from '../pairs.ts';
import { everyMs, type PingLog } from './data.ts';
import { judgePing } from './judge.ts';

const upMs = 3000;
const downMs = 4000;
/** After mending a gateway may need its next check, 10 s later, to see it. */
const backLimitMs = 15_000;

/** Ping: what a user sees of an ISP that goes and comes, when it is the only one and when there is another. */
export const ping = defineExperiment<PingExpectation, PingLog>({
  name: 'ping',
  title: 'What do pings see of an ISP that fails?',
  repeats: ['Gambar 8', 'Gambar 9'],
  expectation: pingExpectation,
  parts: ({ isps }) => [
    { name: 'alone', title: 'the only ISP goes down and up', seconds: 28 },
    ...(isps.length > 1 ? [{ name: 'backed-up', title: 'the same with another ISP', seconds: 24 }] : []),
  ],
  measure,
  judge: judgePing,
});

async function measure({ lab, part, progress }: PartContext): Promise<PingLog> {
  const servers = await startServers(lab.internet.ns);
  const [isp] = lab.isps;
  if (!isp) throw new Error('a topology has at least one ISP');
  const pair = await pairBy(lab, isp.name, [...namedPairs(lab), ...pairs(lab, 24)]);
  const carrier = pair?.via ?? isp.name;
  const chosen: Pair | undefined = pair ?? pairs(lab, 1)[0];
  if (!chosen) throw new Error('a topology has at least one client and one server');
  const others = part === 'alone' ? await leaveAlone(lab, carrier, chosen) : [];
  try {
    progress(0.1, `pinging ${chosen.address} by ${carrier.toUpperCase()}`);
    return await pingThrough(lab, carrier, chosen, progress);
  } finally {
    await repairAll(others);
    await servers.close();
  }
}

async function pingThrough(
  lab: Lab,
  isp: string,
  { client, address }: Pair,
  progress: PartContext['progress'],
): Promise<PingLog> {
  const pings = startPings({ ns: client.ns, targets: [address], everyMs, timeoutMs: 1000 });
  let samples: readonly PingSample[] = [];
  let [cutMs, mendMs] = [0, 0];
  try {
    await sleep(upMs);
    const fault = await lab.fault('unplug', isp);
    cutMs = fault.atMs;
    progress(0.3, `${isp.toUpperCase()} is unplugged`);
    await sleep(downMs);
    mendMs = await fault.repair();
    progress(0.5, `${isp.toUpperCase()} is plugged in again`);
    await untilSteady(pings, mendMs);
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
    mendMs,
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
