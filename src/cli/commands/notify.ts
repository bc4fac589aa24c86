import { hostname } from 'node:os';
import { Argument, type Command } from 'commander';
import { readTextFile, unreadableNotify } from '../../config/index.ts';
import { sendTests, type TestResult } from '../../delivery/index.ts';
import type { NotifiedReceiver } from '../../gateway/index.ts';
import { readReceivers } from '../../intent/index.ts';
import type { Receiver } from '../../notify/index.ts';
import { hasErrors } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { askGateway } from '../gateway/ask-change.ts';
import { receiversText, testsText } from '../gateway/notify-text.ts';
import { type ReachOptions, withReach } from '../gateway/reach.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { askedLanguage, inAsked, withLanguage } from '../options/language.ts';
import { jsonText } from '../output/json.ts';
import { complain } from '../subject.ts';

interface Options extends ReachOptions, JsonOption {
  readonly file?: string;
}

const actions = ['list', 'test'] as const;
type Action = (typeof actions)[number];

const examples = `
Examples:
  sudo jalur notify                            who is told by the running gateway, and what waits
  sudo jalur notify test                       send a test message to each, and say what came back
  sudo jalur notify test phone                 to one
  sudo jalur notify test --file notify.yaml    from here, as a file says that is not in force yet`;

/** `jalur notify`: who is told of outages, and whether that works. */
export function register(command: Command): void {
  withLanguage(withReach(withJson(command)))
    .description(
      'Lists who is told of outages, failovers and trouble by the running gateway (notify: of gateway.yaml, or jalur run --notify FILE), with what was delivered and what waits; or sends each a test message and says what came back. Exit code 1 where one does not get there.',
    )
    .addArgument(new Argument('[action]', 'what to do').choices(actions).default('list'))
    .argument('[receiver]', 'one of them, by its name; default: all')
    .option('--file <file>', 'those of this gateway.yaml or file for --notify, without a gateway')
    .addHelpText('after', examples)
    .action(async (action: Action, receiver: string | undefined, options: Options) => {
      process.exitCode = await (options.file === undefined ? ofGateway : ofFile)(action, receiver, options);
    });
}

const ofGateway = (
  action: Action,
  receiver: string | undefined,
  { json, ...which }: Options,
): Promise<number> =>
  askGateway(which, async client => {
    const { receivers, results } = await client.request('notify', { test: action === 'test', receiver });
    return action === 'test' ? sayResults(results, json) : sayReceivers(receivers, json);
  });

async function ofFile(
  action: Action,
  name: string | undefined,
  { file = '', json }: Options,
): Promise<number> {
  const { receivers, diagnostics } = readAll(file);
  complain(file, diagnostics);
  if (hasErrors(diagnostics)) return exitCode.noAnswer;
  const chosen = receivers.filter(one => name === undefined || one.name === name);
  if (chosen.length === 0) {
    const all = receivers.map(one => one.name).join(', ');
    process.stderr.write(
      inAsked({
        en: `jalur: ${name === undefined ? `${file} names nobody who is told` : `${file} has no receiver ${name}`}.\n`,
        id: `jalur: ${name === undefined ? `${file} tidak menyebut siapa pun yang diberi tahu` : `${file} tidak punya penerima ${name}`}.\n`,
      }),
    );
    process.stderr.write(
      inAsked({
        en: `       ${all === '' ? 'Write notify: there (docs/notifications.md).' : `It has ${all}.`}\n`,
        id: `       ${all === '' ? 'Tulis notify: di sana (docs/notifications.md).' : `Isinya ${all}.`}\n`,
      }),
    );
    return exitCode.noAnswer;
  }
  if (action === 'list') return sayReceivers(chosen.map(asListed), json);
  return sayResults(await sendTests(chosen, { gateway: 'test', host: hostname() }), json);
}

function readAll(file: string): ReturnType<typeof readReceivers> {
  try {
    return readReceivers(readTextFile(file).text, file, askedLanguage());
  } catch (error) {
    return { receivers: [], diagnostics: [unreadableNotify(file, error, askedLanguage())] };
  }
}

const asListed = ({ name, channel, events, waitMs, language }: Receiver): NotifiedReceiver => ({
  ...{ receiver: name, channel: channel.kind, events, waitMs, language },
});

function sayReceivers(receivers: readonly NotifiedReceiver[], json: boolean | undefined): number {
  process.stdout.write(json ? jsonText(receivers) : receiversText(receivers));
  return receivers.some(({ figures }) => figures?.trouble !== undefined) ? exitCode.bad : exitCode.ok;
}

function sayResults(results: readonly TestResult[], json: boolean | undefined): number {
  process.stdout.write(json ? jsonText(results) : testsText(results));
  return results.every(({ result }) => result === 'delivered') ? exitCode.ok : exitCode.bad;
}
