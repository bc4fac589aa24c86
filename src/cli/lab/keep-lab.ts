import type { Pace } from '../../gateway/index.ts';
import { type Bench, keepBench, obstacleTexts, serveKept } from '../../lab/index.ts';
import type { Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import type { LanguageOption } from '../options/language.ts';
import type { SkipOption } from '../options/skip-unsupported.ts';
import { coloursFor } from '../output/colour.ts';
import { printTable } from '../output/table.ts';
import { interruptible } from './interrupt.ts';
import { loadBench } from './load-bench.ts';
import { defaultParallel } from './run-options.ts';
import { labWords } from './say.ts';

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** What a lab is kept for. */
export interface KeepOptions {
  readonly language: Language;
  /** Its clients use the Internet from the start. */
  readonly traffic?: boolean | undefined;
  /** What goes on beside it while it is up; it ends what it began when it is called. */
  readonly beside?: (lab: KeptHere) => Promise<() => Promise<void>>;
}

/** A lab that this process keeps: its own socket, and that of its gateway. */
export interface KeptHere {
  readonly socket: string;
  readonly control: string | undefined;
}

/**
 * Brings one lab up, says how to get into each of its machines, and keeps it until Ctrl-C; gives the exit code. A lab that
 * cannot come up is not begun: why, is said.
 */
export async function keepLab(bench: Bench, { language, traffic, beside }: KeepOptions): Promise<number> {
  const obstacles = obstacleTexts(bench, language);
  for (const text of obstacles) process.stderr.write(`jalur: ${text}\n`);
  if (obstacles.length > 0) return exitCode.bad;
  const say = labWords[language];
  const { signal, release } = interruptible();
  const colours = coloursFor(process.stdout);
  process.stderr.write(say.bringingUp(bench.name));
  const kept = await keepBench(bench, signal);
  const ends: (() => Promise<void>)[] = [];
  try {
    if (!kept || signal.aborted) return exitCode.ok;
    const { socket, close } = await serveKept(bench, kept, defaultParallel());
    ends.push(close);
    if (traffic) await kept.letTraffic(true);
    const rows = kept.namespaces.map(({ role, enter }) => [role, enter.join(' ')]);
    const table = printTable(
      say.keptColumns.map(title => ({ title })),
      rows,
    );
    process.stdout.write(`\n${colours.green(say.kept(bench.name))}\n\n${table}\n${say.keptUntil}`);
    if (beside) ends.push(await beside({ socket, control: kept.control }));
    await untilAborted(signal);
    return exitCode.ok;
  } finally {
    for (const end of ends.toReversed()) await end();
    await kept?.end();
    if (ends.length > 0) process.stdout.write(say.keptGone);
    release();
  }
}

/** What `jalur lab up` was given. */
export interface UpFlags extends LanguageOption, SkipOption {
  readonly traffic?: boolean;
  readonly pace?: Pace;
}

/** `jalur lab up`: one lab, no experiments. */
export async function upLab(path: string, flags: UpFlags): Promise<number> {
  const bench = loadBench(path, flags);
  if (!bench) return exitCode.noAnswer;
  return keepLab({ ...bench, pace: flags.pace }, { language: flags.lang, traffic: flags.traffic });
}
