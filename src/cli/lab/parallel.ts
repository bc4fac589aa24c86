import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';

/** Most of an experiment is waiting for slow lines and pings, so more labs than CPUs run at a time. */
export const defaultParallel = (): number => Math.min(8, availableParallelism() * 3);

/** Adds `--parallel`: how many labs may run at a time. */
export const withParallel = (command: Command): Command =>
  command.option(
    '--parallel <number>',
    'labs that run at the same time (default: three for each CPU, at most 8)',
    parseParallel,
  );

function parseParallel(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new InvalidArgumentError('It is a number from 1 to 64.');
}
