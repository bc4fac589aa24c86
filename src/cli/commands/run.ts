import type { Command } from 'commander';
import { defaultStateDir, type GatewayEvent, startGateway } from '../../gateway/index.ts';
import { exitCode } from '../exit-code.ts';
import { reportFailure } from '../failure.ts';
import { messages } from '../messages.ts';
import { type Colours, coloursFor } from '../output/colour.ts';
import { complain } from '../subject.ts';
import { configOptions, type ReadingOptions, withReading } from '../world/reading.ts';

interface Options extends ReadingOptions {
  readonly state?: string;
  readonly leave?: boolean;
  readonly json?: boolean;
}

/** `jalur run`: the gateway in the foreground, one line per event. */
export function register(program: Command): void {
  const text = messages.run;
  withReading(
    program.command('run').summary(text.summary).description(text.description).argument('<path>', text.path),
  )
    .option('--state <dir>', text.state)
    .option('--leave', text.leave)
    .option('--json', text.json)
    .addHelpText('after', text.examples)
    .action(async (path: string, options: Options) => {
      process.exitCode = await run(path, options);
    });
}

async function run(file: string, { state, leave, json, ...reading }: Options): Promise<number> {
  endOnDefect();
  const colours = coloursFor(process.stdout);
  const print = json ? printJson : (event: GatewayEvent) => printText(event, colours);
  const stateDir = state ?? defaultStateDir();
  const gateway = await startGateway({ file, stateDir, ...configOptions(reading), leave, onEvent: print });
  if (!gateway) return exitCode.noAnswer;
  // Signals that follow the first find the gateway already putting things back.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void gateway.stop());
  }
  await gateway.ended;
  return exitCode.ok;
}

/** A defect, or a machine that fails us where nobody could answer: says why, and ends with the code for it. */
function endOnDefect(): void {
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, error => process.exit(reportFailure(error)));
  }
}

function printJson(event: GatewayEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function printText(event: GatewayEvent, colours: Colours): void {
  if (event.type === 'diagnostics') {
    complain(event.diagnostics[0]?.span.file ?? '', event.diagnostics);
    return;
  }
  const time = new Date().toISOString().slice(11, 23);
  process.stdout.write(`${colours.dim(time)} ${sentence(event)}\n`);
}

/** One event as one line. */
function sentence(event: Exclude<GatewayEvent, { type: 'diagnostics' }>): string {
  switch (event.type) {
    case 'ready':
      return `ready after ${ms(event.durationMs)} (RouterOS ${event.dialect})`;
    case 'lease':
      return leaseLine(event);
    case 'link':
      return `${event.interface} ${event.running ? 'is running' : 'is not running'}`;
    case 'check':
      return `${event.address} by ${event.interface} ${event.reachable ? 'answers' : `does not answer (silent for ${ms(event.silentMs ?? 0)})`}`;
    case 'routes-changed':
      return `routes changed in ${ms(event.durationMs)} (${event.reason}): ${ways(event) || 'no default route'}`;
    case 'problem':
      return `${event.condition.severity} ${event.condition.code}  ${event.condition.what} ${event.condition.do}`;
    case 'cleared':
      return `cleared ${event.condition.code}  ${event.condition.what}`;
    case 'stopped':
      return event.undone ? 'stopped; everything is as before' : 'stopped; everything is left in place';
  }
}

function leaseLine({ interface: name, lease, durationMs }: Extract<GatewayEvent, { type: 'lease' }>): string {
  if (!lease) return `${name} lost its lease`;
  const { address, gateway } = lease;
  return `${name} leased ${address.address}/${address.length}, gateway ${gateway ?? 'none'}, in ${ms(durationMs ?? 0)}`;
}

function ways({ active }: Extract<GatewayEvent, { type: 'routes-changed' }>): string {
  const tables = new Map<string, Set<string>>();
  for (const { table, interfaces } of active) {
    tables.set(table, new Set([...(tables.get(table) ?? []), ...interfaces]));
  }
  return [...tables].map(([table, names]) => `${table} by ${[...names].join('+')}`).join(', ');
}

const ms = (duration: number): string => `${duration.toFixed(duration < 100 ? 1 : 0)} ms`;
