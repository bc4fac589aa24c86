import { type Command, InvalidArgumentError } from 'commander';
import { isIpv4, parseIpv4Interface, parseIpv4Prefix } from '../../net/index.ts';
import type { Lease, LeaseRoute } from '../../rib/index.ts';

/** What a user says about the world that a configuration is looked at in; the same for every command. */
export interface WorldOptions {
  /** Interfaces that are unplugged, by name or label. */
  readonly down: readonly string[];
  /** Interfaces behind which nothing answers. */
  readonly dead: readonly string[];
  /** Interfaces whose next hop is silent. */
  readonly deadGateway: readonly string[];
  /** Gateways that do not answer: `8.8.8.8` or `8.8.8.8%ether1`. */
  readonly unreachable: readonly string[];
  readonly lease: readonly Lease[];
  /** Where a running gateway keeps its state. */
  readonly state?: string | undefined;
}

/** The same with nothing wrong. */
export const allWell = { down: [], dead: [], deadGateway: [], unreachable: [] } as const;

/** What `--state` says. */
export const stateText = 'where a running gateway keeps its state';

/** Adds the options of `WorldOptions`. */
export function withWorld(command: Command): Command {
  return withLines(command)
    .option(
      '--dead <interface>',
      'as if nothing behind this interface answered, though its link is up (repeatable)',
      collect,
      [],
    )
    .option(
      '--dead-gateway <interface>',
      'as if the next hop at this interface were silent, though the link is up (repeatable)',
      collect,
      [],
    )
    .option('--state <dir>', stateText);
}

/** Adds those that settle what is assumed of lines: which are unplugged, who answers, and what they were given. */
export function withLines(command: Command): Command {
  return command
    .option(
      '--down <interface>',
      'as if this interface were unplugged, by name or comment (repeatable)',
      collect,
      [],
    )
    .option(
      '--unreachable <gateway>',
      'as if this checked gateway did not answer: 8.8.8.8 or 8.8.8.8%ether1 (repeatable)',
      collect,
      [],
    )
    .option(
      '--lease <interface=address/length,gateway>',
      'as if DHCP or a dialled line had given this, with routes after it: 10.0.0.0/8:10.1.1.1 (repeatable)',
      collectLease,
      [],
    );
}

const collect = (value: string, list: readonly string[]): string[] => [...list, value];
const collectLease = (value: string, list: readonly Lease[]): Lease[] => [...list, parseLease(value)];

/** `ether1=10.10.10.254/24,10.10.10.1`, then routes of the lease: `160.0.0.0/24:10.10.10.1`. */
function parseLease(text: string): Lease {
  const [, name = '', given = '', more = ''] = /^([^=]+)=([^,]+)(?:,(.+))?$/.exec(text) ?? [];
  const [gateway = '', ...listed] = more.split(',');
  const address = parseIpv4Interface(given);
  const routes = listed.map(parseLeaseRoute);
  if (!address || (gateway !== '' && !isIpv4(gateway)))
    throw new InvalidArgumentError('ether1=10.10.10.254/24,10.10.10.1 is the form.');
  const lease = { interface: name, address, gateway: gateway || undefined, dns: [], leaseTime: 3_600_000 };
  return routes.length > 0 ? { ...lease, routes } : lease;
}

function parseLeaseRoute(text: string): LeaseRoute {
  const [prefix = '', gateway = ''] = text.split(':');
  const destination = parseIpv4Prefix(prefix);
  if (destination === undefined || !isIpv4(gateway))
    throw new InvalidArgumentError('A route of a lease is written 160.0.0.0/24:10.10.10.1.');
  return { destination, gateway };
}
