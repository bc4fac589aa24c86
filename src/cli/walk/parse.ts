import { InvalidArgumentError } from 'commander';
import { canonicalIpv4, type Ipv4, protocolNumber } from '../../net/index.ts';
import { parseMoment } from '../../walk/index.ts';
import { parseNumber } from '../options/number.ts';

export function parseAddress(text: string): Ipv4 {
  const address = canonicalIpv4(text);
  if (address === undefined) throw new InvalidArgumentError('It is an IPv4 address such as 192.168.0.10.');
  return address;
}

/** A port of TCP or UDP. */
export function parsePort(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value <= 65_535) return value;
  throw new InvalidArgumentError('It is a port from 0 to 65535.');
}

export function parseProtocol(text: string): string {
  if (protocolNumber(text) === undefined)
    throw new InvalidArgumentError('It is tcp, udp, icmp or another IP protocol.');
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
  if (question === undefined || answer === undefined) {
    throw new InvalidArgumentError('It is a question and an answer, such as limit=above.');
  }
  return { ...known, [question]: answer };
}

export function momentArgument(value: string): number {
  const moment = parseMoment(value);
  if (moment === undefined) {
    throw new InvalidArgumentError('It is a day and a time of day, such as "mon 14:00".');
  }
  return moment;
}
