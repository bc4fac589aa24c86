import { type Command, InvalidArgumentError } from 'commander';
import type { ConfigOptions } from '../../config/index.ts';
import { type Ipv4Interface, parseIpv4Interface } from '../../net/index.ts';
import { type DialectOption, withDialect } from '../options/dialect.ts';
import type { LanguageOption } from '../options/language.ts';

/** A port whose role is stated, perhaps with the address that it has. */
export interface StatedPort {
  readonly name: string;
  readonly address?: Ipv4Interface | undefined;
}

/** What a user says beside the text; the same for every command that reads a configuration. */
export interface ReadingOptions extends DialectOption {
  /** Ports that are WANs, and those that are LANs, instead of what the text shows. */
  readonly wan?: readonly StatedPort[];
  readonly lan?: readonly StatedPort[];
  /** Linux devices by interface. */
  readonly port?: ReadonlyMap<string, string>;
}

/** Adds the options of `ReadingOptions`. */
export function withReading(command: Command): Command {
  return withDialect(command)
    .option(
      '--wan <interfaces>',
      'the WAN ports, instead of what the text shows: ether1,ether2, or ether1=203.0.113.2/24 with an address',
      collectPorts,
    )
    .option(
      '--lan <interfaces>',
      'the LAN ports, instead of what the text shows: bridge, or bridge=192.168.88.1/24 with an address',
      collectPorts,
    )
    .option(
      '--port <interface=device>',
      'the Linux device that is this interface: ether1-gateway=eth0 (repeatable)',
      collectDevices,
    );
}

export const configOptions = ({
  dialect,
  lang,
  wan,
  lan,
  port,
}: ReadingOptions & Partial<LanguageOption>): ConfigOptions => ({
  dialect,
  language: lang,
  wans: wan?.map(({ name }) => name),
  lans: lan?.map(({ name }) => name),
  ports: port,
});

/** The same for a configuration that is looked at in a world, and not carried out. */
export const lookedAt = (options: ReadingOptions & Partial<LanguageOption>): ConfigOptions => ({
  ...configOptions(options),
  assumesPorts: true,
});

/** Ports whose address the user states. */
export const statedAddresses = ({
  wan = [],
  lan = [],
}: ReadingOptions): Readonly<Record<string, Ipv4Interface>> =>
  Object.fromEntries(
    [...wan, ...lan].flatMap(({ name, address }) => (address ? [[name, address] as const] : [])),
  );

/** `ether1,ether2=203.0.113.2/24`, also given several times. */
const collectPorts = (value: string, list: readonly StatedPort[] = []): StatedPort[] => [
  ...list,
  ...portsOf(value),
];

export const portsOf = (value: string): StatedPort[] =>
  value
    .split(',')
    .filter(text => text !== '')
    .map(parsePort);

function parsePort(text: string): StatedPort {
  const at = text.lastIndexOf('=');
  if (at < 0) return { name: text };
  const address = parseIpv4Interface(text.slice(at + 1));
  if (!address) throw new InvalidArgumentError('ether1,ether2 or ether1=203.0.113.2/24 is the form.');
  return { name: text.slice(0, at), address };
}

/** `ether1-gateway=eth0`; a name of RouterOS may hold a `=`, one of Linux here not. */
function collectDevices(value: string, ports: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const at = value.lastIndexOf('=');
  if (at < 1 || at === value.length - 1) {
    throw new InvalidArgumentError('Write it as interface=device: ether1-gateway=eth0.');
  }
  return new Map([...ports, [value.slice(0, at), value.slice(at + 1)]]);
}
