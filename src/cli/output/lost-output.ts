import { fileTrouble } from '../../files/index.ts';
import { exitCode } from '../exit-code.ts';
import { inAsked } from '../options/language.ts';

/**
 * Ends the program where nobody reads what it prints (`| head -1`): quietly, as a signal would; or where it cannot be
 * written (a full disk), with a sentence. `goesOn`: what the command does matters more than what it says of it.
 */
export function watchOutput(goesOn: boolean): void {
  process.stdout.on('error', error => {
    if (goesOn) return;
    if (isUnread(error)) process.exit(exitCode.unread);
    process.stderr.write(
      inAsked({
        en: `jalur: the output cannot be written: ${fileTrouble(error)}\n`,
        id: `jalur: keluaran tidak dapat ditulis: ${fileTrouble(error, 'id')}\n`,
      }),
    );
    process.exit(exitCode.noAnswer);
  });
  // There is no third place to say it.
  process.stderr.on('error', error => {
    if (!goesOn) process.exit(isUnread(error) ? exitCode.unread : exitCode.noAnswer);
  });
}

const isUnread = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';
