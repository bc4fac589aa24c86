import { parseArgs } from 'node:util';
import { parseDialect } from '../model/index.ts';
import { EnvironmentError } from '../sys/index.ts';
import { type Gateway, startGateway } from './gateway.ts';
import type { GatewayRequest } from './ipc.ts';
import { answer, tellParent } from './ipc-server.ts';
import { defaultStateDir } from './state-dir.ts';

// The gateway as a process of its own, for parents that talk to it over Node's IPC channel:
//   node main.js --config FILE [--state DIR] [--dialect v6|v7] [--seed N] [--leave] --ipc
// It knows no command line library, to start quickly. Exit codes: 0 stopped, 1 configuration refused, 2 machine unfit.

const { values } = parseArgs({
  options: {
    config: { type: 'string', default: '' },
    state: { type: 'string' },
    dialect: { type: 'string' },
    seed: { type: 'string' },
    leave: { type: 'boolean', default: false },
    ipc: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const gateway = await startGateway({
    file: values.config,
    stateDir: values.state ?? defaultStateDir(),
    dialect: parseDialect(values.dialect),
    seed: values.seed === undefined ? undefined : Number(values.seed) >>> 0,
    leave: values.leave,
    onEvent: tellParent,
  });
  if (gateway) serve(gateway);
  else leave(1);
}

/** Lives until it is told to stop: by a request, a signal, or the end of its parent. */
function serve(gateway: Gateway): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await gateway.stop();
    leave(0);
  };
  process.on('message', async (request: GatewayRequest) => {
    if (request.type !== 'stop') return tellParent(await answer(gateway, request));
    stopping = true;
    tellParent(await answer(gateway, request));
    leave(0);
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop);
}

/** Ends when the last message is out. */
function leave(code: number): void {
  process.exitCode = code;
  if (process.connected) process.disconnect();
  setTimeout(() => process.exit(code), 200).unref();
}

main().catch((error: unknown) => {
  const known = error instanceof EnvironmentError;
  const text = known
    ? `${error.message}\n${error.next}`
    : error instanceof Error
      ? error.stack
      : String(error);
  process.stderr.write(`${text}\n`);
  leave(known ? 2 : 70);
});
