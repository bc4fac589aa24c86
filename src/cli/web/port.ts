import { InvalidArgumentError } from 'commander';
import { inAsked } from '../options/language.ts';

/** `8443`. */
export function anyPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError(
    inAsked({ en: 'It is a port from 1 to 65535.', id: 'Port dari 1 sampai 65535.' }),
  );
}
