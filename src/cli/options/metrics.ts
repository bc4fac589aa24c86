import { isIP } from 'node:net';
import { type Command, InvalidArgumentError } from 'commander';
import { defaultMetricsAddress, type MetricsAddress } from '../../gateway/index.ts';
import { inAsked } from './language.ts';

export interface MetricsOption {
  readonly metrics?: MetricsAddress | true | undefined;
}

const { host, port } = defaultMetricsAddress;

/** Adds `--metrics`. */
export const withMetrics = (command: Command): Command =>
  command.option(
    '--metrics [address]',
    `give figures to Prometheus at http://${host}:${port}/metrics, or on another PORT or ADDRESS:PORT; without it nothing listens`,
    parseMetricsAddress,
  );

export const metricsAddress = ({ metrics }: MetricsOption): MetricsAddress | undefined =>
  metrics === true ? defaultMetricsAddress : metrics;

/** `9469`, `192.168.88.1:9469`, `[fd00::1]:9469`. */
export function parseMetricsAddress(text: string): MetricsAddress {
  const [, bracketed, plain, digits] = /^(?:(?:\[([^\]]+)\]|([^:]+)):)?(\d+)$/.exec(text) ?? [];
  const address = bracketed ?? plain ?? host;
  const isPort = digits !== undefined && Number(digits) >= 1 && Number(digits) <= 65_535;
  if (isPort && isIP(address) !== 0) return { host: address, port: Number(digits) };
  throw new InvalidArgumentError(
    inAsked({
      en: `It is PORT or ADDRESS:PORT (${host}:${port}). Write --metrics behind the files where it stands alone.`,
      id: `Bentuknya PORT atau ALAMAT:PORT (${host}:${port}). Tulis --metrics di belakang file bila berdiri sendiri.`,
    }),
  );
}
