import type { Command } from 'commander';
import type { SampleSize } from '../../spread/index.ts';
import { parseNumber } from './number.ts';

/** Adds the options of `SampleSize`: how many connections are imagined, between how many. */
export const withSample = (command: Command): Command =>
  command
    .option('--flows <n>', 'connections in each of the imagined boots', parseNumber, 2000)
    .option('--clients <n>', 'clients on the LAN', parseNumber, 20)
    .option('--destinations <n>', 'hosts on the Internet', parseNumber, 300);

export const atLeastOne = ({ flows, clients, destinations }: SampleSize): SampleSize => ({
  flows: Math.max(1, flows),
  clients: Math.max(1, clients),
  destinations: Math.max(1, destinations),
});
