import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Bench, KeptBench } from '../orchestrate/index.ts';
import { ownSocket } from './folder.ts';
import { type KeptReply, type KeptRequest, keptRequest } from './message.ts';

/** What a kept lab can be asked for. */
type Kept = Pick<KeptBench, 'control' | 'faults' | 'fault' | 'repair'>;

/** Takes requests for faults in a kept lab until the function that it gives is called. */
export async function serveKept(bench: Bench, kept: Kept): Promise<() => void> {
  const path = ownSocket();
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer(socket => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => {}); // whoever asked is gone
    createInterface({ input: socket }).on('line', line => {
      void answer(bench, kept, line).then(reply => socket.end(`${JSON.stringify(reply)}\n`));
    });
  });
  server.listen(path);
  await once(server, 'listening');
  return () => {
    for (const socket of open) socket.destroy();
    server.close();
    rmSync(path, { force: true });
  };
}

async function answer(bench: Bench, kept: Kept, line: string): Promise<KeptReply> {
  try {
    const faults = await carryOut(kept, keptRequest.parse(JSON.parse(line)));
    const isps = bench.topology.isps.map(({ name }) => name);
    return { ok: true, name: bench.name, isps, control: kept.control, faults: [...faults] };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

async function carryOut(kept: Kept, request: KeptRequest) {
  switch (request.type) {
    case 'describe':
      return kept.faults();
    case 'fault':
      return kept.fault(request);
    case 'repair':
      return kept.repair(request.isp);
  }
}
