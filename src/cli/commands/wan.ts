import { Argument, type Command } from 'commander';
import { ControlFailed } from '../../gateway/index.ts';
import { stateText } from '../../report/say/index.ts';
import type { Said } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { linesText } from '../gateway/lines-text.ts';
import { type ReachOptions, reach, withReach } from '../gateway/reach.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { askedLanguage, inAsked, withLanguage } from '../options/language.ts';
import { coloursFor } from '../output/colour.ts';
import { jsonText } from '../output/json.ts';
import { terminalWidth } from '../output/terminal-width.ts';

interface Options extends ReachOptions, JsonOption {
  readonly force?: boolean;
}

const actions = ['list', 'down', 'up'] as const;
type Action = (typeof actions)[number];

const examples = `
Examples:
  sudo jalur wan                        the lines and their states
  sudo jalur wan down ether2            routes and connections leave it; so it stays over restarts and reboots
  sudo jalur wan up ether2              its health decides again`;

/** `jalur wan`: lines by hand. */
export function register(command: Command): void {
  withLanguage(withReach(withJson(command)))
    .description(
      'Takes a line of the running gateway down by hand, as RouterOS disables an interface: no route leads by it any more, its connections move to the others. It stays down, over restarts and reboots, until it is given back to its health. Without arguments: lists the lines.',
    )
    .addArgument(new Argument('[action]', 'what to do').choices(actions).default('list'))
    .argument('[line]', 'its interface, or what it is called in the text')
    .option('--force', 'also where it is the last line that is up: nothing leaves then')
    .addHelpText('after', examples)
    .action(async (action: Action, line: string | undefined, options: Options) => {
      process.exitCode = await (action === 'list' ? list(options) : change(action, line, options));
    });
}

const nothingChanged: Said = { en: '; nothing had to change', id: '; tidak ada yang perlu diubah' };
const is: Said = { en: 'is ', id: '' };

async function list({ json, ...which }: Options): Promise<number> {
  const client = await reach(which);
  try {
    const { lines } = await client.request('status');
    const text = (): string =>
      `${linesText(lines, coloursFor(process.stdout), terminalWidth(process.stdout, 100))}\n`;
    process.stdout.write(json ? jsonText(lines) : text());
    return exitCode.ok;
  } finally {
    client.close();
  }
}

async function change(
  action: Exclude<Action, 'list'>,
  line: string | undefined,
  { json, force, ...which }: Options,
): Promise<number> {
  if (line === undefined) {
    process.stderr.write(
      inAsked({
        en: `jalur: which line? jalur wan ${action} LINE; jalur wan lists them.\n`,
        id: `jalur: saluran mana? jalur wan ${action} SALURAN; jalur wan menampilkan daftarnya.\n`,
      }),
    );
    return exitCode.noAnswer;
  }
  const client = await reach(which);
  try {
    const done = await client.request('wan', { line, action, force });
    const already = done.changed ? '' : inAsked(nothingChanged);
    process.stdout.write(
      json
        ? jsonText(done)
        : `${done.line.label} ${inAsked(is)}${stateText(done.line, askedLanguage())}${already}.\n`,
    );
    return exitCode.ok;
  } catch (error) {
    if (!(error instanceof ControlFailed)) throw error;
    process.stderr.write(`jalur: ${error.error.what}\n       ${error.error.do}\n`);
    return error.error.code === 'control/last-line' ? exitCode.bad : exitCode.noAnswer;
  } finally {
    client.close();
  }
}
