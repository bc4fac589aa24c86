import { Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { parseDialect } from '../model/index.ts';
import { EnvironmentError, preferThisThread } from '../sys/index.ts';
import { unsupportedNames } from '../walk/index.ts';
import { balances } from './core/index.ts';
import { startGateway } from './gateway.ts';
import type { GatewayOptions } from './options.ts';
import { gatewaySignals } from './signals.ts';
import { defaultStateDir } from './state/index.ts';

const options = {
  config: { type: 'string', default: '' },
  state: { type: 'string' },
  dialect: { type: 'string' },
  seed: { type: 'string' },
  pace: { type: 'string', default: 'routeros' },
  health: { type: 'string', default: 'text' },
  balance: { type: 'string' },
  spill: { type: 'boolean' },
  leave: { type: 'boolean', default: false },
  journal: { type: 'boolean', default: false },
  'skip-unsupported': { type: 'string', multiple: true },
  'control-fd': { type: 'string' },
} as const;

/**
 * The gateway as a process of its own, for parents that talk to it over an inherited control connection:
 *   node main.js --config FILE [--state DIR] [--dialect v6|v7] [--seed N] [--leave] [--control-fd N]
 *                [--pace jalur|routeros] [--health text|auto] [--balance pcc|buckets|adaptive] [--spill]
 *                [--skip-unsupported NAME …] [--journal]
 * It knows no command line library, to start quickly. Exit codes: 0 stopped, 1 configuration refused, 2 machine unfit,
 * 70 a defect, with its stack. `past` reads its journal, for who asks.
 */
export function gatewayProcess(past?: GatewayOptions['past']): void {
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  main(past).catch(fail);
}

async function main(past: GatewayOptions['past']): Promise<void> {
  const { values } = parseArgs({ options });
  const signals = gatewaySignals();
  process.umask(0o077);
  // Its probes find a dead line in time, and then everybody waits for this thread.
  preferThisThread('high');
  const fd = values['control-fd'];
  const gateway = await startGateway({
    file: values.config,
    stateDir: values.state ?? defaultStateDir(),
    dialect: parseDialect(values.dialect),
    seed: values.seed === undefined ? undefined : Number(values.seed) >>> 0,
    skipUnsupported: unsupportedNames.filter(name => values['skip-unsupported']?.includes(name)),
    pace: values.pace === 'jalur' ? 'jalur' : 'routeros',
    autoHealth: values.health === 'auto',
    balance: balances.find(one => one === values.balance),
    spill: values.spill,
    leave: values.leave,
    journal: values.journal,
    past,
    isBench: true,
    parent: fd === undefined ? undefined : new Socket({ fd: Number(fd), readable: true, writable: true }),
  });
  if (typeof gateway === 'string') return process.exit(1);
  signals.obey(gateway);
  await gateway.ended;
  process.exit(0);
}

/** Whatever ends us unasked says why. */
function fail(error: unknown): never {
  const known = error instanceof EnvironmentError;
  const text = known
    ? `${error.message}\n${error.next}`
    : error instanceof Error
      ? error.stack
      : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(known ? 2 : 70);
}
