import { type BusyWorker, fractionDone, type ProgressState, secondsLeft } from '../../lab/index.ts';
import type { Colours } from '../output/colour.ts';
import type { LabWords } from './say.ts';

/** How and in which language lines are drawn. */
export interface Look {
  readonly colours: Colours;
  readonly say: LabWords;
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** `█████▌░░░░`: eighths of a character, so that slow progress is seen. */
export function bar(fraction: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, fraction)) * width * 8);
  const rest = eighths % 8;
  const drawn =
    '█'.repeat(Math.floor(eighths / 8)) + (rest > 0 ? ['▏', '▎', '▍', '▌', '▋', '▊', '▉'][rest - 1] : '');
  return drawn.padEnd(width, '░');
}

function workerLine(worker: BusyWorker | undefined, several: boolean, { colours, say }: Look): string {
  if (!worker) return colours.dim('  ·');
  const { bench, experiment, part, run } = worker.job;
  const name = several ? `${bench.name.split('/').at(-1)} ${experiment.name}` : experiment.name;
  const what = worker.line === '' ? say.building : worker.line;
  return `  ${bar(worker.fraction, 8)} ${colours.bold(name)}  ${part.title}${run.of > 1 ? ` ${say.run(run.index, run.of)}` : ''}  ${colours.dim(what)}`;
}

/** The block below the scrolling text: the whole, and one line for each worker. `nowMs` as in the events. */
export function progressLines(state: ProgressState, nowMs: number, look: Look): readonly string[] {
  const { colours, say } = look;
  const left = secondsLeft(state, nowMs);
  const end = left < 1 ? say.nearlyDone : say.left(clock(Math.ceil(left)));
  const total = `${bar(fractionDone(state), 24)} ${say.total(state.done, state.jobs.length, clock(nowMs / 1000), end)}`;
  const several = new Set(state.jobs.map(({ bench }) => bench)).size > 1;
  return ['', colours.cyan(total), ...state.workers.map(worker => workerLine(worker, several, look))];
}
