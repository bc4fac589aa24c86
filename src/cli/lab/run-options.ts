import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { inAsked } from '../options/language.ts';

/** Most of an experiment is waiting for slow lines and pings, so more labs than CPUs run at a time. */
export const defaultParallel = (): number => Math.min(8, availableParallelism() * 3);

/** Adds `--parallel` and `--repeat`: how many labs may run at a time, and how often each experiment is run. */
export const withRuns = (command: Command): Command =>
  command
    .option(
      '--parallel <number>',
      'labs that run at the same time (default: three for each CPU, at most 8)',
      parseParallel,
    )
    .option(
      '--repeat <number>',
      'run each experiment so often, 1 to 20 times, each time in fresh labs, and show the median and the range; it passes where it passes each time (default: 1)',
      parseRepeat,
    );

/** More than this takes an hour for the paper, and says no more. */
const mostRepeats = 20;

function parseRepeat(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= mostRepeats) return count;
  throw new InvalidArgumentError(
    inAsked({ en: `It is a number from 1 to ${mostRepeats}.`, id: `Angka dari 1 sampai ${mostRepeats}.` }),
  );
}

function parseParallel(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new InvalidArgumentError(
    inAsked({ en: 'It is a number from 1 to 64.', id: 'Angka dari 1 sampai 64.' }),
  );
}

/** Folders for the tables as CSV, and the figures as SVG and PNG. */
export interface ExportFlags {
  readonly csv?: string;
  readonly svg?: string;
  readonly png?: string;
}

/** `balance,failover`. */
export const listed = (text: string): readonly string[] => text.split(',').map(word => word.trim());

/** Adds `--csv`, `--svg` and `--png`. */
export const withExports = (command: Command): Command =>
  command
    .option('--csv <folder>', 'write each table, and the data of each figure, as a CSV file (RFC 4180)')
    .option('--svg <folder>', 'write each figure as an SVG file of its own')
    .option('--png <folder>', 'write each figure as a PNG file; needs Chromium');
