import { type ChangeReply, type ControlClient, ControlFailed } from '../../gateway/index.ts';
import { exitCode } from '../exit-code.ts';
import { askedLanguage, inAsked } from '../options/language.ts';
import { jsonText } from '../output/json.ts';
import { complain } from '../subject.ts';
import { changeText } from './change-text.ts';
import { type ReachOptions, reach } from './reach.ts';

/** Asks the running gateway something that it may refuse; says why where it does. */
export async function askGateway(
  which: ReachOptions,
  ask: (client: ControlClient) => Promise<number>,
): Promise<number> {
  const client = await reach(which);
  try {
    return await ask(client);
  } catch (error) {
    if (!(error instanceof ControlFailed)) throw error;
    process.stderr.write(`jalur: ${error.error.what}\n       ${error.error.do}\n`);
    return error.error.code === 'control/failed' ? exitCode.noAnswer : exitCode.bad;
  } finally {
    client.close();
  }
}

/** Says what became of another configuration. Exit code 1 where it was not taken, or not wholly. */
export function sayChange(reply: ChangeReply, { json }: { readonly json?: boolean }, more = ''): number {
  const { accepted, file, diagnostics, refused } = reply;
  complain(file, diagnostics);
  if (json) process.stdout.write(jsonText(reply));
  else if (accepted) process.stdout.write(`${changeText(reply, askedLanguage())}${more}`);
  if (!accepted) {
    process.stderr.write(
      inAsked({
        en: 'jalur: it was not taken; the configuration before it stays in force.\n',
        id: 'jalur: ditolak; konfigurasi sebelumnya tetap berlaku.\n',
      }),
    );
  }
  return accepted && refused.length === 0 ? exitCode.ok : exitCode.bad;
}
