import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ControlClient, connectControl, type Gateway, startGateway } from '../gateway/index.ts';
import { balancedText } from '../gateway/testing/balanced.ts';
import { type GatewayBench, gatewayBench } from '../gateway/testing/bench.ts';
import { openTown, servers, type Town } from '../gateway/testing/conversations.ts';
import { runningConfig } from './handlers/sources.ts';
import { ExplainRequest } from './schema/index.ts';
import { think } from './thread/think.ts';

// What the API says of a packet, and what the kernel does with it, where a table of buckets divides connections.

const text = `${balancedText}
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
`;
let bench: GatewayBench;
let town: Town;
let gateway: Gateway | undefined;
let client: ControlClient | undefined;

beforeAll(async () => {
  bench = await gatewayBench();
  town = openTown(bench);
  const started = await startGateway({
    ...{ file: bench.config(text), stateDir: bench.stateDir, ns: bench.router, seed: 7 },
    ...{ pace: 'jalur', balance: 'buckets' },
  });
  if (typeof started === 'string') throw new Error(started);
  gateway = started;
  const used = (): number => new Set(started.status().active.flatMap(one => one.interfaces)).size;
  await until(() => used() === 2);
  await started.settled();
  client = await connectControl(bench.stateDir);
});

afterAll(async () => {
  client?.close();
  town?.close();
  await gateway?.stop();
  await bench?.down();
});

async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await new Promise(resolve => setTimeout(resolve, 20));
}

interface Answer {
  readonly ways: readonly { readonly ending: { readonly out?: string } }[];
}

/** By which lines the API says that a packet to this server leaves. */
async function explained(server: string): Promise<readonly (string | undefined)[]> {
  const daemon = { ask: (what: 'texts' | 'status') => client?.request(what) };
  const running = await runningConfig(
    { daemon } as unknown as Parameters<typeof runningConfig>[0],
    undefined,
  );
  const packet = { in: 'ether4', src: '192.168.0.50', dst: server, protocol: 'tcp', dstPort: 4000 };
  const outcome = think({ kind: 'explain', asked: ExplainRequest.parse({ packet }), running });
  if ('no' in outcome) throw new Error(outcome.no.what);
  return (outcome.value as Answer).ways.map(({ ending }) => ending.out);
}

it('each server: the API names one line → the kernel takes it', async () => {
  const said = await Promise.all(servers.map(explained));
  const taken = (await Promise.all(servers.map(server => town.open(server)))).map(({ isp }) => [
    `ether${(isp ?? -1) + 1}`,
  ]);
  expect(said).toEqual(taken);
  expect(new Set(taken.flat())).toEqual(new Set(['ether1', 'ether2']));
});
