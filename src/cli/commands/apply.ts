import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { configFiles, readTextFile } from '../../config/index.ts';
import { type ApplyReply, shortHash } from '../../gateway/index.ts';
import { ownSession } from '../../sys/index.ts';
import { askGateway, sayChange } from '../gateway/ask-change.ts';
import { type ReachOptions, withReach } from '../gateway/reach.ts';
import { whoAsks } from '../gateway/who-asks.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { inAsked, withLanguage } from '../options/language.ts';

interface Options extends ReachOptions, JsonOption {
  readonly confirm?: number;
}

const examples = `
Examples:
  sudo jalur apply office.rsc --confirm 60     then, by a new connection: sudo jalur confirm
  sudo jalur apply office.rsc                  for good, as far as the gateway runs`;

/** `jalur apply`: another configuration for the running gateway. */
export function register(command: Command): void {
  withLanguage(withReach(withJson(command)))
    .description(
      'Has the running gateway take a configuration, and says what that changed. With --confirm it is taken back by itself after that time unless jalur confirm is run by a connection that was opened since: so nobody locks himself out. It is taken back, too, where the gateway or the machine is started again before. At its next start the gateway runs what jalur run is told.',
    )
    .argument(
      '<path...>',
      'RouterOS configuration or gateway.yaml, several that belong together, or a folder with them',
    )
    .option(
      '--confirm <seconds>',
      'take it back after so many seconds unless it is confirmed (1 to 86400)',
      parseSeconds,
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], { json, confirm, ...which }: Options) => {
      const files = paths.map(path => resolve(path));
      process.exitCode = await askGateway(which, async client => {
        const confirmMs = confirm === undefined ? undefined : confirm * 1000;
        const reply = await client.request('apply', {
          files,
          texts: textsOf(files),
          confirmMs,
          by: whoAsks(),
        });
        return sayChange(reply, { json: json ?? false }, untilText(reply));
      });
    });
}

/** A gateway that runs as a service does not see homes and /tmp; what cannot be read here, it says itself. */
function textsOf(paths: readonly string[]): { readonly file: string; readonly text: string }[] | undefined {
  try {
    const texts = paths.flatMap(configFiles).map(path => {
      const { file, text } = readTextFile(path);
      return { file, text };
    });
    return JSON.stringify(texts).length < mostText ? texts : undefined;
  } catch {
    return undefined;
  }
}

/** Of a request that a gateway takes, with room for letters that take more bytes. */
const mostText = 4_000_000;

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError(
    inAsked({ en: 'It is a number of seconds, 1 to 86400.', id: 'Jumlah detik, 1 sampai 86400.' }),
  );
}

function untilText({ until, hash }: ApplyReply): string {
  if (until === undefined) return '';
  const command = `sudo jalur confirm ${shortHash(hash)}`;
  const isLocal = ownSession().kind === 'local';
  return inAsked({
    en: `It is taken back at ${until.slice(11, 19)} UTC unless it is confirmed. ${isLocal ? `Run: ${command}` : `Leave this session as it is, open a new SSH connection (outside of tmux and screen), and run there: ${command}`}\n`,
    id: `Akan dibatalkan pukul ${until.slice(11, 19)} UTC kecuali dikonfirmasi. ${isLocal ? `Jalankan: ${command}` : `Biarkan sesi ini, buka koneksi SSH baru (di luar tmux dan screen), lalu jalankan di sana: ${command}`}\n`,
  });
}
