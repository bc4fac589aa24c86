import { resolve } from 'node:path';
import type { Command } from 'commander';
import { configOptions, type SaidOfText } from '../../answers/index.ts';
import {
  defaultStateDir,
  durableDirOf,
  type Gateway,
  type GatewayEvent,
  gatewaySignals,
  type MetricsAddress,
  type MetricsServer,
  type NotStarted,
  openMetricsServer,
  startGateway,
} from '../../gateway/index.ts';
import { exposition, expositionType, familiesOf } from '../../metrics/index.ts';
import { sentence } from '../../report/say/index.ts';
import { preferMemory, preferThisThread, serviceManager } from '../../sys/index.ts';
import { visibleJson } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { reportFailure } from '../failure.ts';
import { latePast } from '../gateway/late-past.ts';
import { nameOption } from '../gateway/name.ts';
import { supervisor } from '../gateway/supervisor.ts';
import { whoAsks } from '../gateway/who-asks.ts';
import { type SharingOption, withSharing } from '../options/balance.ts';
import { type HealthFlags, healthOptions, withHealth } from '../options/health.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { askedLanguage, inAsked, withLanguage } from '../options/language.ts';
import { type MetricsOption, metricsAddress, withMetrics } from '../options/metrics.ts';
import { type PlainOption, withPlain } from '../options/plain.ts';
import { type SkipOption, withSkip } from '../options/skip-unsupported.ts';
import { type Colours, coloursFor } from '../output/colour.ts';
import { complain } from '../subject.ts';
import { pagesOf, webPort } from '../web/beside.ts';
import { usualWebUser } from '../web/folder.ts';
import { hasWebUser } from '../web/web-user.ts';
import { withReading } from '../world/reading.ts';

interface Options
  extends SaidOfText,
    JsonOption,
    SkipOption,
    HealthFlags,
    PlainOption,
    SharingOption,
    MetricsOption {
  readonly state?: string;
  readonly name?: string;
  readonly leave?: boolean;
  readonly journal: boolean;
  readonly notify?: string;
  readonly web?: number | true;
  readonly webUser: string;
}

const examples = `
Examples:
  sudo jalur run office.rsc             until Ctrl-C, then everything is restored
  sudo jalur run office.rsc --leave     leave everything in place at the end, for the next start
  sudo jalur run office.rsc --metrics   figures for Prometheus on 127.0.0.1:9469
  sudo jalur run office.rsc --web       pages for the LANs at port 8443 (docs/web.md)
  sudo jalur run office.rsc --json      events as JSON lines, for programs

Signals: TERM, INT and QUIT end it; HUP has it read the configuration again (jalur reload).`;

/** `jalur run`: the gateway in the foreground, one line per event. */
export function register(command: Command): void {
  const named = nameOption(command, 'name of this gateway, for what outlives a reboot (default: host)');
  const basic = withHealth(withSkip(withReading(withJson(named, 'one JSON object per line and event'))));
  withLanguage(withMetrics(withPlain(withSharing(basic))))
    .description(
      'Turns this Linux machine (the network namespace it is started in) into the gateway that a configuration describes, until Ctrl-C; then restores what it changed. It sets addresses, sysctls, routing rules and routes, nftables, queues, and starts DHCP clients and servers. It needs root. To see all of it first: jalur plan.',
    )
    .argument(
      '<path...>',
      'RouterOS configuration or gateway.yaml, several that belong together, or a folder with them',
    )
    .option(
      '--state <dir>',
      'where seed, leases, control socket and what to undo are kept (default: /run/jalur/<namespace>, and what outlives a reboot in /var/lib/jalur/<name>)',
    )
    .option(
      '--leave',
      "leave everything in place at the end: the kernel as it is, leases, and the LAN's DHCP and DNS servers, which the next start takes over",
    )
    .option(
      '--web [port]',
      'serve the pages and the HTTP API too, by a process of its own without rights: on this machine and on the LANs, never on a WAN (docs/web.md; default port: 8443)',
      webPort,
    )
    .option('--web-user <user>', 'the user that this process is', usualWebUser)
    .option(
      '--no-journal',
      'keep nothing of what happens and is measured (else in /var/lib/jalur/<name>, for jalur incident, report and events)',
    )
    .option(
      '--notify <file>',
      'who is told of outages and trouble (YAML, docs/notifications.md); default: notify: of the gateway.yaml, or notify.yaml in the folder that is named',
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await run(paths, options);
    });
}

async function run(
  file: readonly string[],
  {
    state,
    name,
    leave,
    json,
    skipUnsupported,
    pace,
    health,
    failback,
    plain,
    counters,
    balance,
    spill,
    metrics,
    journal,
    notify,
    web,
    webUser,
    ...reading
  }: Options,
): Promise<number> {
  endOnDefect();
  const signals = gatewaySignals(sayItIsEnding);
  // What is kept, and what our children write, is nobody else's business.
  process.umask(0o077);
  // Its probes find a dead line in time, and then everybody waits for this thread.
  preferThisThread('high');
  const colours = coloursFor(process.stdout);
  const print = json ? printJson : (event: GatewayEvent) => printText(event, colours);
  const watched = supervisor(serviceManager());
  const stateDir = state ?? defaultStateDir();
  const figures = await openFigures(metricsAddress({ metrics }));
  const pages =
    web === undefined
      ? undefined
      : pagesOf({ port: web, webUser, stateDir, durableDir: durableDirFor(state, name) ?? stateDir });
  const gateway = await startGateway({
    file,
    stateDir,
    durableDir: durableDirFor(state, name),
    name,
    ...configOptions(reading),
    skipUnsupported,
    ...healthOptions({ pace, health, failback }),
    plain,
    exactCounters: counters === 'exact',
    balance,
    spill,
    leave,
    journal,
    past: latePast,
    notifyFile: notify === undefined ? undefined : resolve(notify),
    by: whoAsks(),
    // Who starts pages later (jalur web) has his socket then.
    ...((pages || hasWebUser(webUser)) && { webUser }),
    onEvent(event) {
      print(event);
      watched.hear(event);
    },
    onPhase: watched.enter,
  });
  if (typeof gateway === 'string') return notStarted[gateway];
  signals.obey(gateway);
  figures?.serve(() => textOf(gateway), expositionType);
  watched.watch(gateway);
  setTimeout(preferMemory, startedMs).unref();
  pages?.start();
  await gateway.ended;
  await pages?.end();
  await figures?.close();
  return exitCode.ok;
}

/** Before anything is changed: an address that is taken is no reason to stop later. */
const openFigures = async (address: MetricsAddress | undefined): Promise<MetricsServer | undefined> =>
  address && (await openMetricsServer(address));

const textOf = async (gateway: Gateway): Promise<string> => exposition(familiesOf(await gateway.figures()));

/** By then its threads are up, and what the first leases change is done. */
const startedMs = 2000;

/** A second Ctrl-C must not leave half of it behind. */
function sayItIsEnding(): void {
  process.stderr.write(
    inAsked({
      en: 'jalur: it is ending and puts everything back; this takes a moment.\n',
      id: 'jalur: sedang berhenti dan memulihkan semuanya; ini perlu waktu sebentar.\n',
    }),
  );
}

/** Who says where the state is kept, wants all of it there. */
const durableDirFor = (state: string | undefined, name: string | undefined): string | undefined =>
  state === undefined || name !== undefined ? durableDirOf(name ?? 'host') : undefined;

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
  // Kept for jalur events; what changed is said by routes-changed.
  if (event.type === 'decision') return;
  const time = new Date().toISOString().slice(11, 23);
  process.stdout.write(`${colours.dim(time)} ${sentence(event, askedLanguage())}\n`);
}
