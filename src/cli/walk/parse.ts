import { InvalidArgumentError } from 'commander';
import {
  type Asked,
  type AskedPort,
  type AskedProtocol,
  askedAssumption,
  askedPort,
  askedProtocol,
  askedServicePort,
} from '../../answers/index.ts';
import { parseMoment } from '../../walk/index.ts';
import { inAsked } from '../options/language.ts';
import { parseNumber } from '../options/number.ts';

/** A value, or commander's refusal with the reason. */
function taken<T>(asked: Asked<T>): T {
  if ('value' in asked) return asked.value;
  throw new InvalidArgumentError(inAsked(asked.wrong));
}

/** A port of TCP or UDP. */
export const parsePort = (text: string): number => taken(askedPort(text));

/** `443`, `https`. */
export const parseServicePort = (text: string): AskedPort => taken(askedServicePort(text));

/** `tcp`, `icmp`, `dns`. */
export const parseProtocol = (text: string): AskedProtocol => taken(askedProtocol(text));

export function parseWhyNot(text: string): number {
  return text === 'all' ? Number.POSITIVE_INFINITY : parseNumber(text);
}

/** `limit=below`, `limit@12=above`. */
export function collectAssumption(
  value: string,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [question, answer] = taken(askedAssumption(value));
  return { ...known, [question]: answer };
}

export function momentArgument(value: string): number {
  const moment = parseMoment(value);
  if (moment === undefined) {
    throw new InvalidArgumentError(
      inAsked({
        en: 'It is a day and a time of day, such as "mon 14:00".',
        id: 'Hari dan jam, seperti "mon 14:00".',
      }),
    );
  }
  return moment;
}
