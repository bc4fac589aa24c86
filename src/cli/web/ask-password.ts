import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Takes what is typed and shows nothing of it. */
const dark = (): Writable => new Writable({ write: (_part, _encoding, done) => done() });

/** A password: typed twice where somebody sits at a terminal, else the first line of standard input. Undefined: both differ, or there is none. */
export async function askPassword(user: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  const lines = createInterface({ input: stdin, output: dark(), terminal: stdin.isTTY === true });
  try {
    if (!stdin.isTTY) {
      for await (const line of lines) return line;
      return undefined;
    }
    const ask = async (what: string): Promise<string> => {
      stderr.write(what);
      const said = await lines.question('');
      stderr.write('\n');
      return said;
    };
    const first = await ask(`New password of ${user}: `);
    const again = await ask('Again: ');
    return first === again ? first : undefined;
  } finally {
    lines.close();
  }
}
