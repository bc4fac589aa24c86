import { type Command, InvalidArgumentError } from 'commander';
import { shortHash } from '../../gateway/index.ts';
import { ownSession } from '../../sys/index.ts';
import { exitCode } from '../exit-code.ts';
import { askGateway } from '../gateway/ask-change.ts';
import { confirmTrial } from '../gateway/confirm-trial.ts';
import { type ReachOptions, withReach } from '../gateway/reach.ts';
import { whoAsks } from '../gateway/who-asks.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { inAsked, withLanguage } from '../options/language.ts';
import { jsonText } from '../output/json.ts';

type Options = ReachOptions & JsonOption;

const examples = `
Examples:
  sudo jalur confirm                     what is on trial now
  sudo jalur confirm 3f0c95e1a2b4        that one alone: its hash, as it was named when it was applied
  sudo jalur confirm --name office       a gateway in another network namespace`;

/** `jalur confirm`: what was applied for a time stays. */
export function register(command: Command): void {
  withLanguage(withReach(withJson(command)))
    .description(
      'Lets the configuration that jalur apply --confirm has brought stay. Under SSH this counts only by a connection that was opened since: one that stood before lives on where no new one could come in. Where nobody can tell by which connection it comes (tmux, screen), it is refused. Where another one is on trial by now than the one that is named, that is said, and nothing is confirmed. Exit code 1 where it is refused, or nothing waits.',
    )
    .argument('[hash]', 'the one that is meant: the first 12 digits or more of its hash', parseHash)
    .addHelpText('after', examples)
    .action(async (hash: string | undefined, { json, ...which }: Options) => {
      process.exitCode = await askGateway(which, async client => {
        const reply = await confirmTrial(client, { session: ownSession(), by: whoAsks() }, hash);
        process.stdout.write(
          json
            ? jsonText(reply)
            : `${reply.file} (${shortHash(reply.hash)}) ${inAsked({ en: 'stays', id: 'tetap berlaku' })}.\n`,
        );
        return exitCode.ok;
      });
    });
}

function parseHash(text: string): string {
  if (/^[0-9a-f]{12,64}$/.test(text)) return text;
  throw new InvalidArgumentError(
    inAsked({
      en: 'It is the hash that jalur apply has named, 12 hexadecimal digits or more.',
      id: 'Hash yang disebut jalur apply, 12 angka heksadesimal atau lebih.',
    }),
  );
}
