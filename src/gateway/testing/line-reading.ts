import type { Ipv4 } from '../../net/index.ts';
import { run } from '../../sys/index.ts';
import type { GatewayBench } from './bench.ts';

// What the kernel of the router has of one interface.

export const addressesOf = (bench: GatewayBench, name: string): string[] =>
  [...bench.ip('-4', '-o', 'addr', 'show', name).matchAll(/inet (\S+)/g)].map(([, one = '']) => one);

/** Routes in main that are not the kernel's own, without what every one has. */
export const routesBy = (bench: GatewayBench, name: string): string[] =>
  bench
    .ip('-4', 'route', 'show', 'dev', name)
    .split('\n')
    .filter(line => line !== '' && !line.includes('proto kernel'))
    .map(line =>
      line
        .replace(/ proto \S+/, '')
        .replace(/ metric \d+/, '')
        .trim(),
    )
    .sort();

export const mtuOf = (bench: GatewayBench, name: string): number =>
  Number(/mtu (\d+)/.exec(bench.ip('link', 'show', name))?.[1]);

export const isPinged = ({ router }: GatewayBench, host: Ipv4, by: string): boolean =>
  run(['ping', '-c', '1', '-W', '1', '-I', by, host], { ns: router, allowFailure: true }).code === 0;
