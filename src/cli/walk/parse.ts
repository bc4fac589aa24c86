import { InvalidArgumentError } from 'commander';
import { protocolNumber, serviceNamed, serviceNames } from '../../net/index.ts';
import { didYouMean } from '../../rsc/index.ts';
import { parseMoment } from '../../walk/index.ts';
import { parseNumber } from '../options/number.ts';

/** A port of TCP or UDP. */
export function parsePort(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value <= 65_535) return value;
  throw new InvalidArgumentError('It is a port from 0 to 65535.');
}

/** A port, with the protocol where a service names it. */
export interface AskedPort {
  readonly port: number;
  readonly protocol?: string | undefined;
}

/** `443`, `https`. */
export function parseServicePort(text: string): AskedPort {
  const service = serviceNamed(text);
  if (service) return service;
  if (/^\d+$/.test(text)) return { port: parsePort(text) };
  throw new InvalidArgumentError(
    `It is a port from 0 to 65535, or a service such as https.${didYouMean(text, serviceNames)}`,
  );
}

/** A protocol, with the port where a service names both. */
export interface AskedProtocol {
  readonly protocol: string;
  readonly port?: number | undefined;
}

/** `tcp`, `icmp`, `dns`. */
export function parseProtocol(text: string): AskedProtocol {
  if (protocolNumber(text) !== undefined) return { protocol: text };
  const service = serviceNamed(text);
  if (service) return service;
  throw new InvalidArgumentError(
    `It is tcp, udp, icmp or another IP protocol, or a service such as dns.${didYouMean(text, serviceNames)}`,
  );
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
