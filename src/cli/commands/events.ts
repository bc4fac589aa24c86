import type { Command } from 'commander';
import type { ControlClient, Recorded } from '../../gateway/index.ts';
import { visibleJson } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { eventText } from '../gateway/event-text.ts';
import { type ReachOptions, reach, withReach } from '../gateway/reach.ts';
import { parseSince } from '../gateway/since.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { coloursFor } from '../output/colour.ts';

interface Options extends ReachOptions, JsonOption {
  readonly follow?: boolean;
  /** ISO 8601, UTC. */
  readonly since?: string;
}

const examples = `
Examples:
  sudo jalur events                     what is kept, oldest first
  sudo jalur events --since 10m         of the last ten minutes
  sudo jalur events --follow            and what comes, until Ctrl-C
  sudo jalur events --json | jq -c 'select(.event.type == "decision")'`;

/** `jalur events`: what the running gateway has decided and seen. */
export function register(command: Command): void {
  withReach(withJson(command, 'one JSON object per line and event'))
    .description(
      'Shows what the running gateway has decided lately (the last 1000 events, kept in memory): each decision with its cause, the evidence, what was done, and how many milliseconds each step took; and what it has seen.',
    )
    .option('-f, --follow', 'go on with what comes, until Ctrl-C')
    .option('--since <time>', 'since then: 10m, 1h30m, 14:30, 2026-01-31T14:30 (local time)', parseSince)
    .addHelpText('after', examples)
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
}

async function show({ json, follow = false, since, ...which }: Options): Promise<number> {
  const client = await reach(which);
  const colours = coloursFor(process.stdout);
  const print = (one: Recorded): void => {
    const text = json ? visibleJson(JSON.stringify(one)) : eventText(one, colours);
    if (text !== undefined) process.stdout.write(`${text}\n`);
  };
  try {
    const waiting: Recorded[] = [];
    let hear = (one: Recorded): void => void waiting.push(one);
    client.on((_, { seq, time, event }) => hear({ seq, time, event }));
    if (follow) await client.request('subscribe');
    const { events } = await client.request('events', { since });
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

/** Ctrl-C is how following ends; a gateway that ends has said so. */
async function untilEnd(client: ControlClient): Promise<number> {
  const interrupted = new Promise<void>(resolve => process.once('SIGINT', () => resolve()));
  await Promise.race([client.closed, interrupted]);
  return exitCode.ok;
}
