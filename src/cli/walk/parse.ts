import { InvalidArgumentError } from 'commander';
import { canonicalIpv4, type Ipv4, protocolNumber } from '../../net/index.ts';
import { parseMoment } from '../../walk/index.ts';
import { walkMessages } from '../messages-walk.ts';
import { parseNumber } from '../options/number.ts';

const words = walkMessages.explain;

export function parseAddress(text: string): Ipv4 {
  const address = canonicalIpv4(text);
  if (address === undefined) throw new InvalidArgumentError(words.address);
  return address;
}

export function parseProtocol(text: string): string {
  if (protocolNumber(text) === undefined) throw new InvalidArgumentError(words.protocol);
  return text;
}

export function parseWhyNot(text: string): number {
  return text === 'all' ? Number.POSITIVE_INFINITY : parseNumber(text);
}

/** `limit=below`, `limit@12=above`. */
export function collectAssumption(
  value: string,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [, question, answer] = /^([a-z0-9-]+(?:@\d+)?)=(.+)$/.exec(value) ?? [];
  if (question === undefined || answer === undefined) throw new InvalidArgumentError(words.assumption);
  return { ...known, [question]: answer };
}

export function momentArgument(value: string): number {
  const moment = parseMoment(value);
  if (moment === undefined) throw new InvalidArgumentError(words.moment);
  return moment;
}
