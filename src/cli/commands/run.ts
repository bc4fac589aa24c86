import { type Command, InvalidArgumentError } from 'commander';
import {
  defaultStateDir,
  durableDirOf,
  type GatewayEvent,
  type NotStarted,
  startGateway,
} from '../../gateway/index.ts';
import { visibleJson } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { reportFailure } from '../failure.ts';
import { type HealthFlags, healthOptions, withHealth } from '../options/health.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { type SkipOption, withSkip } from '../options/skip-unsupported.ts';
import { type Colours, coloursFor } from '../output/colour.ts';
import { complain } from '../subject.ts';
import { configOptions, type ReadingOptions, withReading } from '../world/reading.ts';

interface Options extends ReadingOptions, JsonOption, SkipOption, HealthFlags {
  readonly state?: string;
  readonly name?: string;
  readonly leave?: boolean;
}

const examples = `
Examples:
  sudo jalur run office.rsc             until Ctrl-C, then everything is restored
  sudo jalur run office.rsc --leave     leave addresses, routes and firewall in place at the end
  sudo jalur run office.rsc --json      events as JSON lines, for programs`;

/** `jalur run`: the gateway in the foreground, one line per event. */
export function register(command: Command): void {
  withHealth(withSkip(withReading(withJson(command, 'one JSON object per line and event'))))
    .description(
      'Turns this Linux machine (the network namespace it is started in) into the gateway that a configuration describes, until Ctrl-C; then restores what it changed. It sets addresses, sysctls, routing rules and routes, nftables, queues, and starts DHCP clients and servers. It needs root. To see all of it first: jalur plan.',
    )
    .argument('<path...>', 'RouterOS configuration, several that belong together, or a folder with them')
    .option(
      '--state <dir>',
      'where seed, leases, control socket and what to undo are kept (default: /run/jalur/<namespace>, and what outlives a reboot in /var/lib/jalur/<name>)',
    )
    .option('--name <name>', 'name of this gateway, for what outlives a reboot (default: host)', parseName)
    .option('--leave', 'leave everything in the kernel at the end')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await run(paths, options);
    });
}

async function run(
  file: readonly string[],
  { state, name, leave, json, skipUnsupported, pace, health, failback, ...reading }: Options,
): Promise<number> {
  endOnDefect();
  // What is kept, and what our children write, is nobody else's business.
  process.umask(0o077);
  const colours = coloursFor(process.stdout);
  const print = json ? printJson : (event: GatewayEvent) => printText(event, colours);
  const stateDir = state ?? defaultStateDir();
  const gateway = await startGateway({
    file,
    stateDir,
    durableDir: durableDirFor(state, name),
    ...configOptions(reading),
    skipUnsupported,
    ...healthOptions({ pace, health, failback }),
    leave,
    onEvent: print,
  });
  if (typeof gateway === 'string') return notStarted[gateway];
  // Signals that follow the first find the gateway already putting things back.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void gateway.stop());
  }
  await gateway.ended;
  return exitCode.ok;
}

/** Who says where the state is kept, wants all of it there. */
const durableDirFor = (state: string | undefined, name: string | undefined): string | undefined =>
  state === undefined || name !== undefined ? durableDirOf(name ?? 'host') : undefined;

function parseName(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(text)) return text;
  throw new InvalidArgumentError('Letters, digits, dots and dashes make a name.');
}

const notStarted: Readonly<Record<NotStarted, number>> = {
  'text-has-errors': exitCode.noAnswer,
  'cannot-be-enforced': exitCode.bad,
};

/** A defect, or a machine that fails us where nobody could answer: says why, and ends with the code for it. */
function endOnDefect(): void {
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, error => process.exit(reportFailure(error)));
  }
}

function printJson(event: GatewayEvent): void {
  process.stdout.write(`${visibleJson(JSON.stringify(event))}\n`);
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
    case 'line':
      return lineLine(event);
    case 'host':
      return `netwatch: ${event.host} is ${event.status}`;
    case 'script':
      return scriptLine(event);
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

function lineLine({ line, status, cause, held, evidence }: Extract<GatewayEvent, { type: 'line' }>): string {
  const why = cause === undefined ? '' : ` (${cause}${held ? ', held' : ''})`;
  const silent = status === 'down' && evidence ? `, silent for ${ms(evidence.silentMs)}` : '';
  return `line ${line} is ${status}${why}${silent}`;
}

function scriptLine({ property, place, outcome, line }: Extract<GatewayEvent, { type: 'script' }>): string {
  const what = `the ${property} of ${place}`;
  if (outcome === 'uncertain') return `${what} is not carried out: line ${line} is not certain`;
  return `${what} has run${outcome === 'changed' ? '' : ', which changes nothing'}`;
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
