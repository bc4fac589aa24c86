import { main } from '../../src/cli/main.ts';

/** What a command answered, and all that it printed. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let before: Promise<unknown> = Promise.resolve();

/** Runs a command in this process, after the one before it: what is printed is caught for the whole process. */
export function quietly(words: readonly string[]): Promise<Answer> {
  const answer = before.then(() => answerTo(words));
  before = answer.catch(() => {});
  return answer;
}

async function answerTo(words: readonly string[]): Promise<Answer> {
  const { stdout, stderr } = process;
  const writes = [stdout.write, stderr.write] as const;
  // Each run of a program listens for lost output; here many of them share one process.
  const listeners = [stdout, stderr].map(stream => ({ stream, before: stream.listeners('error') }));
  const said = { out: '', err: '' };
  stdout.write = chunk => {
    said.out += String(chunk);
    return true;
  };
  stderr.write = chunk => {
    said.err += String(chunk);
    return true;
  };
  try {
    process.exitCode = undefined;
    return { code: await main(['node', 'jalur', ...words]), ...said };
  } finally {
    [stdout.write, stderr.write] = writes;
    process.exitCode = undefined;
    for (const { stream, before } of listeners)
      for (const one of stream.listeners('error') as ((error: Error) => void)[])
        if (!before.includes(one)) stream.off('error', one);
  }
}
