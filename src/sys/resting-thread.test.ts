import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, it } from 'vitest';
import { EnvironmentError } from './environment-error.ts';
import { entryPoint, type RestingThread, restingThread } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'resting-'));
afterAll(() => rmSync(folder, { recursive: true }));

let thread: RestingThread<string, number>;
afterEach(() => thread.close());

/** A thread that counts the questions that it was asked. */
function counting(restMs?: number): RestingThread<string, number> {
  const script = join(folder, 'counting.mjs');
  const sys = pathToFileURL(entryPoint('sys/index.ts')).href;
  writeFileSync(
    script,
    `import { answerQuestions, EnvironmentError } from ${JSON.stringify(sys)};
let count = 0;
answerQuestions(question => {
  count += 1;
  if (question === 'refused') throw new EnvironmentError('KERNEL_REFUSED', 'EPERM', 'Run as root.');
  if (question === 'defect') throw new Error('a defect');
  return count;
});
`,
  );
  thread = restingThread({ script, failing: 'It cannot be counted', ...(restMs && { restMs }) });
  return thread;
}

it('asked → answered by one thread, in order', async () => {
  const { ask } = counting();
  expect(await Promise.all([ask('a'), ask('b')])).toEqual([1, 2]);
});

it('the machine refuses → said, and the thread goes on; a defect → said, and another thread answers the next', async () => {
  const { ask } = counting();
  await expect(ask('refused')).rejects.toMatchObject({ message: 'EPERM', next: 'Run as root.' });
  expect(await ask('a')).toBe(2);
  await expect(ask('defect')).rejects.toThrow('It cannot be counted: a defect');
  expect(await ask('a')).toBe(1);
});

it('nobody asks for a while → it ends; asked again → another one', async () => {
  const { ask } = counting(10);
  expect(await ask('a')).toBe(1);
  await new Promise(resolve => setTimeout(resolve, 200));
  expect(await ask('a')).toBe(1);
});

it('closed while somebody waits → told', async () => {
  const { ask, close } = counting();
  const asked = ask('a');
  await Promise.all([expect(asked).rejects.toBeInstanceOf(EnvironmentError), close()]);
});
