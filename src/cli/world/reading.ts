import { type Command, InvalidArgumentError } from 'commander';
import { parsePorts, portsForm, type StatedPort } from '../../answers/index.ts';
import { withDialect } from '../options/dialect.ts';
import { inAsked } from '../options/language.ts';

/** Adds the options of `SaidOfText`. */
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

/** `ether1,ether2=203.0.113.2/24`, also given several times. */
const collectPorts = (value: string, list: readonly StatedPort[] = []): StatedPort[] => [
  ...list,
  ...portsOf(value),
];

export function portsOf(value: string): readonly StatedPort[] {
  const ports = parsePorts(value);
  if (ports) return ports;
  throw new InvalidArgumentError(inAsked(portsForm));
}

/** `ether1-gateway=eth0`; a name of RouterOS may hold a `=`, one of Linux here not. */
function collectDevices(value: string, ports: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const at = value.lastIndexOf('=');
  if (at < 1 || at === value.length - 1) {
    throw new InvalidArgumentError(
      inAsked({
        en: 'Write it as interface=device: ether1-gateway=eth0.',
        id: 'Tulis sebagai interface=device: ether1-gateway=eth0.',
      }),
    );
  }
  return new Map([...ports, [value.slice(0, at), value.slice(at + 1)]]);
}
