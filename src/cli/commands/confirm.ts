import type { Command } from 'commander';
import { ownSession } from '../../sys/index.ts';
import { exitCode } from '../exit-code.ts';
import { askGateway } from '../gateway/ask-change.ts';
import { type ReachOptions, withReach } from '../gateway/reach.ts';
import { whoAsks } from '../gateway/who-asks.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { jsonText } from '../output/json.ts';

type Options = ReachOptions & JsonOption;

const examples = `
Examples:
  sudo jalur confirm
  sudo jalur confirm --name office       a gateway in another network namespace`;

/** `jalur confirm`: what was applied for a time stays. */
export function register(command: Command): void {
  withReach(withJson(command))
    .description(
      'Lets the configuration that jalur apply --confirm has brought stay. Under SSH this counts only by a connection that was opened since: one that stood before lives on where no new one could come in. Where nobody can tell by which connection it comes (tmux, screen), it is refused. Exit code 1 where it is refused, or nothing waits.',
    )
    .addHelpText('after', examples)
    .action(async ({ json, ...which }: Options) => {
      process.exitCode = await askGateway(which, async client => {
        const reply = await client.request('confirm', { session: ownSession(), by: whoAsks() });
        process.stdout.write(json ? jsonText(reply) : `${reply.file} stays.\n`);
        return exitCode.ok;
      });
    });
}
