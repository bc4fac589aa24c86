import { InvalidArgumentError } from 'commander';
import { inAsked } from './language.ts';

/** A whole number from 0 to 2^32-1, decimal or `0x…`. */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (/^(\d+|0x[0-9a-fA-F]+)$/.test(text) && value <= 0xffffffff) return value;
  throw new InvalidArgumentError(
    inAsked({
      en: 'It is a whole number from 0 to 4294967295.',
      id: 'Bilangan bulat dari 0 sampai 4294967295.',
    }),
  );
}
