import { type Bench, keepBench, obstacleTexts, serveKept } from '../../lab/index.ts';
import type { Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import type { LanguageOption } from '../options/language.ts';
import type { SkipOption } from '../options/skip-unsupported.ts';
import { coloursFor } from '../output/colour.ts';
import { printTable } from '../output/table.ts';
import { interruptible } from './interrupt.ts';
import { loadBench } from './load-bench.ts';
import { labWords } from './say.ts';

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/**
 * Brings one lab up, says how to get into each of its machines, and keeps it until Ctrl-C; gives the exit code. A lab that
 * cannot come up is not begun: why, is said.
 */
export async function keepLab(bench: Bench, language: Language): Promise<number> {
  const obstacles = obstacleTexts(bench, language);
  for (const text of obstacles) process.stderr.write(`jalur: ${text}\n`);
  if (obstacles.length > 0) return exitCode.bad;
  const say = labWords[language];
  const { signal, release } = interruptible();
  const colours = coloursFor(process.stdout);
  process.stderr.write(say.bringingUp(bench.name));
  const kept = await keepBench(bench, signal);
  let unserve = (): void => {};
  try {
    if (!kept || signal.aborted) return exitCode.ok;
    unserve = await serveKept(bench, kept);
    const rows = kept.namespaces.map(({ role, enter }) => [role, enter.join(' ')]);
    const table = printTable(
      say.keptColumns.map(title => ({ title })),
      rows,
    );
    process.stdout.write(`\n${colours.green(say.kept(bench.name))}\n\n${table}\n${say.keptUntil}`);
    await untilAborted(signal);
    process.stdout.write(say.keptGone);
    return exitCode.ok;
  } finally {
    unserve();
    await kept?.end();
    release();
  }
}

/** `jalur lab up`: one lab, no experiments. */
export async function upLab(path: string, flags: LanguageOption & SkipOption): Promise<number> {
  const language = flags.lang;
  const bench = loadBench(path, flags);
  if (!bench) return exitCode.noAnswer;
  return keepLab(bench, language);
}
