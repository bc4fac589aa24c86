import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import { type ReachOptions, reach, withReach } from '../gateway/reach.ts';
import { statusText } from '../gateway/status-text.ts';
import { watchGateway } from '../gateway/watch.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { type LanguageOption, withLanguage } from '../options/language.ts';
import { coloursFor } from '../output/colour.ts';
import { jsonText } from '../output/json.ts';
import { terminalWidth } from '../output/terminal-width.ts';

interface Options extends ReachOptions, JsonOption, LanguageOption {
  readonly watch?: boolean;
}

const examples = `
Examples:
  sudo jalur status
  sudo jalur status --watch             lines, shares, rates and the latest events, live
  sudo jalur status --name office       a gateway in another network namespace
  sudo jalur status --json | jq -r '.lines[] | .line + " " + .status'`;

/** `jalur status`: what the running gateway knows, the answer first. */
export function register(command: Command): void {
  withLanguage(withReach(withJson(command)))
    .description(
      'Shows how the running gateway is: its lines with state, cause and evidence, what they carry, the routes in force, and what is wrong. Exit code 1 where an error is open or no line is up.',
    )
    .option(
      '-w, --watch',
      'go on, once a second, until q or Ctrl-C; where there is no terminal a line each second',
    )
    .addHelpText('after', examples)
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
}

async function show({ json = false, lang, watch = false, ...which }: Options): Promise<number> {
  const client = await reach(which);
  try {
    if (watch) return await watchGateway(client, json, lang);
    const status = await client.request('status');
    const width = terminalWidth(process.stdout, 100);
    process.stdout.write(
      json ? jsonText(status) : statusText(status, coloursFor(process.stdout), width, lang),
    );
    const isBad = status.conditions.some(({ severity }) => severity === 'error');
    const isCut = status.lines.length > 0 && status.lines.every(line => line.status === 'down');
    return isBad || isCut ? exitCode.bad : exitCode.ok;
  } finally {
    client.close();
  }
}
