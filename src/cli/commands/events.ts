import type { Command } from 'commander';
import type { ControlClient, Recorded } from '../../gateway/index.ts';
import { pastEvents } from '../../report/index.ts';
import { EnvironmentError } from '../../sys/index.ts';
import { visibleJson } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { eventText } from '../gateway/event-text.ts';
import { hasPast, pastOf } from '../gateway/past.ts';
import { type ReachOptions, reach, withReach } from '../gateway/reach.ts';
import { parseSince } from '../gateway/since.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { inAsked, type LanguageOption, withLanguage } from '../options/language.ts';
import { coloursFor } from '../output/colour.ts';

interface Options extends ReachOptions, JsonOption, LanguageOption {
  readonly follow?: boolean;
  /** ISO 8601, UTC. */
  readonly since?: string;
}

const examples = `
Examples:
  sudo jalur events                     what is kept, oldest first
  sudo jalur events --since 10m         of the last ten minutes
  sudo jalur events --since 7d          of the last week, from the journal
  sudo jalur events --follow            and what comes, until Ctrl-C
  sudo jalur events --lang id           in Indonesian
  sudo jalur events --json | jq -c 'select(.event.type == "decision")'`;

/** `jalur events`: what the running gateway has decided and seen. */
export function register(command: Command): void {
  withLanguage(
    withReach(withJson(command, 'one JSON object per line and event')),
    'language of the sentences: en or id',
  )
    .description(
      'Shows what the gateway has decided lately (the last 1000 events; with --since, and where it does not run, what its journal keeps): each decision with its cause, the evidence, what was done, and how many milliseconds each step took; and what it has seen.',
    )
    .option('-f, --follow', 'go on with what comes, until Ctrl-C')
    .option('--since <time>', 'since then: 10m, 1h30m, 14:30, 2026-01-31T14:30 (local time)', parseSince)
    .addHelpText('after', examples)
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
}

async function show({ json, lang, follow = false, since, ...which }: Options): Promise<number> {
  const client = follow ? await reach(which) : await reachOrNone(which);
  const colours = coloursFor(process.stdout);
  const print = ({ seq, time, event }: Recorded): void => {
    const one = { seq, time, event };
    const text = json ? visibleJson(JSON.stringify(one)) : eventText(one, colours, lang);
    if (text !== undefined) process.stdout.write(`${text}\n`);
  };
  if (!client) return sayKept(which, since, undefined, print);
  try {
    const waiting: Recorded[] = [];
    let hear = (one: Recorded): void => void waiting.push(one);
    client.on((_, { seq, time, event }) => hear({ seq, time, event }));
    if (follow) await client.request('subscribe');
    const { events, earlier } = await client.request('events', { since });
    if (since !== undefined && earlier) sayKept(which, since, events[0]?.time, print);
    for (const one of events) print(one);
    if (!follow) return exitCode.ok;
    // What came between the two requests is in both.
    const last = events.at(-1)?.seq ?? 0;
    for (const one of waiting) if (one.seq > last) print(one);
    hear = print;
    return await untilEnd(client);
  } finally {
    client.close();
  }
}

/** Where no gateway runs, what it has kept is there. */
async function reachOrNone(which: ReachOptions): Promise<ControlClient | undefined> {
  try {
    return await reach(which);
  } catch (error) {
    if (!(error instanceof EnvironmentError && hasPast(which))) throw error;
    process.stderr.write(
      inAsked({
        en: `jalur: ${error.message} This is what its journal keeps.\n`,
        id: `jalur: ${error.said.what.id} Ini yang tersimpan di jurnalnya.\n`,
      }),
    );
    return undefined;
  }
}

/** What the journal has of a time. Numbers are its own. */
function sayKept(
  which: ReachOptions,
  since: string | undefined,
  until: string | undefined,
  print: (one: Recorded) => void,
): number {
  if (!hasPast(which)) return exitCode.ok;
  const past = pastOf(which);
  try {
    const limit = since === undefined ? usualEntries : undefined;
    for (const one of pastEvents(past.entries({ since, until, limit }))) print(one);
    return exitCode.ok;
  } finally {
    past.close();
  }
}

/** As many as a running gateway has in memory. */
const usualEntries = 1000;

/** Ctrl-C is how following ends; a gateway that ends has said so. */
async function untilEnd(client: ControlClient): Promise<number> {
  const interrupted = new Promise<void>(resolve => process.once('SIGINT', () => resolve()));
  await Promise.race([client.closed, interrupted]);
  return exitCode.ok;
}
