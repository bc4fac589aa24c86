import { type Command, InvalidArgumentError } from 'commander';
import { parseLease, type SaidOfWorld } from '../../answers/index.ts';
import type { Lease } from '../../rib/index.ts';
import { inAsked } from '../options/language.ts';

/** What a user says about the world on a command line. */
export interface WorldOptions extends SaidOfWorld {
  /** Where a running gateway keeps its state. */
  readonly state?: string | undefined;
}

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

function collectLease(value: string, list: readonly Lease[]): Lease[] {
  const lease = parseLease(value);
  if ('value' in lease) return [...list, lease.value];
  throw new InvalidArgumentError(inAsked(lease.wrong));
}
