import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { type KeptNow, type KeptReply, keptRequest, ownSocket } from '../kept/index.ts';
import type { Bench, KeptBench } from '../orchestrate/index.ts';
import { ExperimentRuns } from './experiment-runs.ts';

/** What a kept lab can be asked for. */
type Kept = Omit<KeptBench, 'namespaces' | 'end'>;
type Request = z.output<typeof keptRequest>;

interface Served {
  readonly bench: Bench;
  readonly kept: Kept;
  readonly runs: ExperimentRuns;
}

/** How often those who watch are told, at most. */
const tellEveryMs = 250;

/** A kept lab that can be asked. */
export interface KeptServer {
  readonly socket: string;
  /** Ends an experiment that runs, too. */
  close(): Promise<void>;
}

/**
 * Takes requests for a kept lab until it is closed. `parallel`: so many labs an experiment may have at the
 * same time.
 */
export async function serveKept(bench: Bench, kept: Kept, parallel: number): Promise<KeptServer> {
  const path = ownSocket();
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const served: Served = { bench, kept, runs: new ExperimentRuns(bench, parallel) };
  const server = createServer(socket => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => {}); // whoever asked is gone
    createInterface({ input: socket }).on('line', line => void take(served, socket, line));
  });
  server.listen(path);
  await once(server, 'listening');
  return {
    socket: path,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      rmSync(path, { force: true });
      await served.runs.cancel();
    },
  };
}

async function take(served: Served, socket: Socket, line: string): Promise<void> {
  const reply = await answer(served, line);
  if (reply === 'watch') watch(served, socket);
  else socket.end(`${JSON.stringify(reply)}\n`);
}

/** Tells how it is, whenever it is another way than was told last. */
function watch(served: Served, socket: Socket): void {
  // Whoever has gone by now is not told that he has.
  if (socket.destroyed) return;
  let told = '';
  const tell = (): void => {
    const text = JSON.stringify(nowOf(served));
    if (text !== told) socket.write(`${text}\n`);
    told = text;
  };
  const timer = setInterval(tell, tellEveryMs);
  socket.on('close', () => clearInterval(timer));
  tell();
}

const nowOf = ({ kept, runs }: Served): KeptNow => ({
  faults: kept.faults().map(({ fault, isp }) => ({ fault, isp })),
  traffic: kept.traffic(),
  run: runs.state,
});

async function answer(served: Served, line: string): Promise<KeptReply | 'watch'> {
  const { bench, kept, runs } = served;
  try {
    const request = keptRequest.parse(JSON.parse(line));
    if (request.type === 'watch') return 'watch';
    await carryOut(served, request);
    return {
      ok: true,
      name: bench.name,
      isps: bench.topology.isps.map(({ name, interface: port }) => ({ name, interface: port })),
      control: kept.control,
      experiments: [...runs.list('lang' in request ? request.lang : 'en')],
      ...(request.type === 'result' && { result: runs.result }),
      ...nowOf(served),
    };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

async function carryOut({ kept, runs }: Served, request: Exclude<Request, { type: 'watch' }>): Promise<void> {
  switch (request.type) {
    case 'describe':
    case 'result':
      return;
    case 'fault':
      await kept.fault(request);
      return;
    case 'repair':
      await kept.repair(request.isp);
      return;
    case 'traffic':
      return kept.letTraffic(request.on);
    case 'run':
      return runs.begin(request.experiment, request.lang);
    case 'cancel':
      return runs.cancel();
  }
}
