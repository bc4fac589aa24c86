import type { Command } from 'commander';
import { askGateway, sayChange } from '../gateway/ask-change.ts';
import { type ReachOptions, withReach } from '../gateway/reach.ts';
import { whoAsks } from '../gateway/who-asks.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { withLanguage } from '../options/language.ts';

type Options = ReachOptions & JsonOption;

const examples = `
Examples:
  sudo jalur reload
  sudo jalur reload --name office        a gateway in another network namespace
  sudo kill -HUP "$(jalur status --json | jq .pid)"     the same by signal`;

/** `jalur reload`: the running gateway reads its files again. */
export function register(command: Command): void {
  withLanguage(withReach(withJson(command)))
    .description(
      'Has the running gateway read its configuration again, and says what that changed. Only what differs is changed: rules that stay go on counting, lists that rules fill stay, services that stay run on, no connection is touched. A text with errors, or one that the kernel refuses, is not taken (exit code 1, with its lines). Signal HUP does the same.',
    )
    .addHelpText('after', examples)
    .action(async ({ json, ...which }: Options) => {
      process.exitCode = await askGateway(which, async client =>
        sayChange(await client.request('reload', { by: whoAsks() }), { json: json ?? false }),
      );
    });
}
