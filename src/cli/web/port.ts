import { InvalidArgumentError } from 'commander';

/** `8443`. */
export function anyPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('It is a port from 1 to 65535.');
}
