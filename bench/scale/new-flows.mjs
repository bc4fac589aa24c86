// What a dead line does to new connections of the others: each flow is sent once while all lines live, which shows its line, and
// once more while one of them is pulled out and plugged in again. As root:
//   node tools/setup.mjs && node bench/scale/new-flows.mjs [--wans 64] [--flows 1500] [--faults 3] [--every MS] [--json FILE]
// `healthyLost`: flows of lines that live which nobody answered; `lateMs`: of those that were answered, the slowest.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openNetlinkPort } from '../../dist/kernel/index.js';
import { monotonicMs, preferThisThread, sleep, udpSocket } from '../../dist/sys/index.js';
import { startJalur } from '../gateways/jalur.mjs';
import { manyWans } from './site.mjs';

const { values } = parseArgs({
  options: {
    wans: { type: 'string', default: '64' },
    flows: { type: 'string', default: '1500' },
    faults: { type: 'string', default: '3' },
    every: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});
// Client and server are other machines: they are not late because this one is busy.
preferThisThread('high');

const server = { address: '203.0.113.7', port: 7000 };
const waitMs = 1500;
const [count, everyMs] = [Number(values.flows), Number(values.every)];

/** Says from which line a packet came: lines have a network each. */
function startServer(site) {
  const lineOf = source => site.names.findIndex((_, i) => source.startsWith(`${site.network(i + 1)}.`)) + 1;
  const socket = udpSocket({ ns: site.isp, ...server });
  socket.on('message', (data, from) =>
    socket.send(`${data} ${lineOf(from.address)}`, from.port, from.address),
  );
  return socket;
}

/** Sends all flows, one after the other; `{ number, sentMs, answeredMs, line }` of each. `at`: what to do before the flow of that number. */
async function send(site, at = {}) {
  const flows = [];
  const startMs = monotonicMs();
  for (let number = 0; number < count; number++) {
    at[number]?.();
    const flow = { number, sentMs: monotonicMs() };
    flows.push(flow);
    const socket = udpSocket({ ns: site.client.ns, address: site.client.address, port: 10_000 + number });
    socket.on('message', data => {
      flow.answeredMs ??= monotonicMs();
      flow.line ??= Number(`${data}`.split(' ')[1]);
    });
    socket.send(`${number}`, server.port, server.address, () => {});
    setTimeout(() => socket.close(), waitMs);
    const nextMs = startMs + (number + 1) * everyMs;
    if (nextMs > monotonicMs()) await sleep(nextMs - monotonicMs());
  }
  await sleep(waitMs + 200);
  return flows;
}

const site = manyWans(Number(values.wans));
const port = openNetlinkPort(site.router);
const rows = [];
try {
  const gateway = await startJalur(site, { file: site.file });
  const answering = startServer(site);
  await sleep(5000);
  for (let i = 0; i < Number(values.faults); i++) {
    port.deleteConnections({ mark: 0, mask: 0 });
    const before = await send(site);
    const home = before.map(({ line }) => line);
    port.deleteConnections({ mark: 0, mask: 0 });
    await sleep(200);
    const dead = 1 + ((i * 7) % site.names.length);
    const cut = {};
    const at = {
      [Math.floor(count / 3)]: () => {
        cut.outMs = monotonicMs();
        site.unplug(dead, true);
      },
      [Math.floor((2 * count) / 3)]: () => {
        cut.inMs = monotonicMs();
        site.unplug(dead, false);
      },
    };
    const flows = await send(site, at);
    const isLost = ({ answeredMs }) => answeredMs === undefined;
    const lostOf = list => list.filter(isLost).length;
    const healthy = flows.filter(({ number }) => home[number] !== dead && home[number] !== undefined);
    const own = flows.filter(({ number }) => home[number] === dead);
    const told = healthy.filter(isLost).map(({ number, sentMs }) => {
      const since =
        sentMs < cut.inMs ? `out+${Math.round(sentMs - cut.outMs)}` : `in+${Math.round(sentMs - cut.inMs)}`;
      return `wan${home[number]}@${since}`;
    });
    rows.push({
      dead: `wan${dead}`,
      flows: flows.length,
      unansweredBefore: lostOf(before),
      healthy: healthy.length,
      healthyLost: lostOf(healthy),
      healthyMoved: healthy.filter(one => !isLost(one) && one.line !== home[one.number]).length,
      own: own.length,
      ownLost: lostOf(own),
      lateMs: Math.round(
        Math.max(...healthy.filter(one => !isLost(one)).map(one => one.answeredMs - one.sentMs)),
      ),
    });
    if (told.length > 0) console.log(`lost of healthy lines: ${told.join(' ')}`);
    const decided = gateway.events.filter(one => one.type === 'decision' && one.atMs >= cut.outMs);
    for (const { atMs, reason, steps } of decided)
      console.log(
        `  ${Math.round(atMs - cut.outMs)} ms: ${reason.slice(0, 60)} ${Object.values(steps).map(Math.round).join('+')}`,
      );
    await sleep(4000);
  }
  answering.close();
  await gateway.stop();
} finally {
  port.close();
  site.down();
}
console.table(rows);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
