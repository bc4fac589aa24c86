import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { messages } from '../messages.ts';

/** Most of an experiment is waiting for slow lines and pings, so more labs than CPUs run at a time. */
export const defaultParallel = (): number => Math.min(8, availableParallelism() * 3);

/** `--parallel`: how many labs may run at a time. */
export function parseParallel(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new InvalidArgumentError(messages.lab.parallelRange);
}
