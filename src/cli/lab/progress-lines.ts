import type { Colours } from '../output/colour.ts';
import { type BusyLane, fractionDone, type ProgressState, secondsLeft } from './progress-state.ts';

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

function laneLine(lane: BusyLane | undefined, several: boolean, colours: Colours): string {
  if (!lane) return colours.dim('  ·');
  const { bench, experiment, part } = lane.job;
  const name = several ? `${bench.name.split('/').at(-1)} ${experiment.name}` : experiment.name;
  const what = lane.line === '' ? 'builds its lab' : lane.line;
  return `  ${bar(lane.fraction, 8)} ${colours.bold(name)}  ${part.title}  ${colours.dim(what)}`;
}

/** The block below the scrolling text: the whole, and one line for each lane. `nowMs` as in the events. */
export function progressLines(state: ProgressState, nowMs: number, colours: Colours): readonly string[] {
  const left = secondsLeft(state, nowMs);
  const end = left < 1 ? 'nearly done' : `at most ${clock(Math.ceil(left))} left`;
  const total = `${bar(fractionDone(state), 24)} ${state.done} of ${state.jobs.length} parts, ${clock(nowMs / 1000)} gone, ${end}`;
  const several = new Set(state.jobs.map(({ bench }) => bench)).size > 1;
  return ['', colours.cyan(total), ...state.lanes.map(lane => laneLine(lane, several, colours))];
}
