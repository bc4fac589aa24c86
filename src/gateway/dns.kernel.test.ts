import { afterAll, beforeAll, expect, it } from 'vitest';
import { run, udpSocket } from '../sys/index.ts';
import { type Gateway, startGateway } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

const resolver = '203.0.113.53';
/** Main leads by the first line, the second is its backup. */
const text = `
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/ip address add address=192.168.0.1/24 interface=ether4
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip dns set allow-remote-requests=yes servers=${resolver}
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add dst-address=8.8.4.4/32 gateway=10.10.10.1 scope=10
add dst-address=9.9.9.9/32 gateway=20.20.20.1 scope=10
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=8.8.4.4 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=9.9.9.9 target-scope=11
`;

/** An answer to a query: one A record, name and question as asked. */
function answerTo(query: Buffer): Buffer {
  const answer = Buffer.from(query);
  answer.writeUInt16BE(0x8180, 2);
  answer.writeUInt16BE(1, 6);
  answer.writeUInt16BE(0, 10);
  const question = answer.subarray(0, answer.indexOf(0, 12) + 5);
  return Buffer.concat([question, Buffer.from('c00c00010001000000010004cb007101', 'hex')]);
}

function queryFor(id: number): Buffer {
  const head = Buffer.from('000001000001000000000000', 'hex');
  head.writeUInt16BE(id, 0);
  const label = Buffer.from(`n${id}`);
  // `test.`, type A, class IN.
  const tail = Buffer.from('04746573740000010001', 'hex');
  return Buffer.concat([head, Buffer.from([label.length]), label, tail]);
}

let bench: GatewayBench;
let gateway: Gateway | undefined;
const sockets: ReturnType<typeof udpSocket>[] = [];

beforeAll(async () => {
  bench = await gatewayBench();
  for (const ns of bench.isps) {
    run(['ip', 'addr', 'add', `${resolver}/32`, 'dev', 'lo'], { ns });
    const server = udpSocket({ ns, port: 53, address: resolver });
    server.on('message', (query, from) => server.send(answerTo(query), from.port, from.address));
    sockets.push(server);
  }
  run(['ip', 'addr', 'add', '192.168.0.50/24', 'dev', 'eth0'], { ns: bench.lan });
  const started = await startGateway({
    ...{ file: bench.config(text), stateDir: bench.stateDir, ns: bench.router, pace: 'jalur' },
  });
  if (typeof started === 'string') throw new Error(started);
  gateway = started;
});

afterAll(async () => {
  for (const socket of sockets) socket.close();
  await gateway?.stop();
  await bench?.down();
});

const leadsBy = (): string | undefined =>
  gateway?.routes().fib.find(({ table, destination }) => table === 'main' && destination === '0.0.0.0/0')
    ?.nextHops[0]?.interface;

async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await new Promise(resolve => setTimeout(resolve, 20));
}

it('the line that main leads by dies → each name that the LAN asks for meanwhile is answered', async () => {
  const answered = new Set<number>();
  const asker = udpSocket({ ns: bench.lan });
  sockets.push(asker);
  asker.on('message', answer => answered.add(answer.readUInt16BE(0)));
  let last = 0;
  const ask = (): void => {
    last += 1;
    asker.send(queryFor(last), 53, '192.168.0.1');
  };
  await until(() => {
    ask();
    return leadsBy() === 'ether1' && answered.size > 0;
  });
  const [since, timer] = [last + 1, setInterval(ask, 20)];
  await until(() => last > since + 5);
  bench.blackhole(0, true);
  await until(() => leadsBy() === 'ether2');
  const switched = last;
  await until(() => last > switched + 5);
  clearInterval(timer);
  const asked = Array.from({ length: last - since + 1 }, (_, i) => since + i);
  await until(() => asked.every(id => answered.has(id)));
  expect(asked.length).toBeGreaterThan(10);
});
