import type { Rights } from '../sys/index.ts';

/** A program that has to run until it is stopped. */
export interface ServiceSpec {
  /** For people and as key: `dhcp client ether1`. */
  readonly name: string;
  readonly argv: readonly string[];
  /** What it is told besides when it is started: no reason to start it again. */
  readonly more?: readonly string[] | undefined;
  /** A file that it keeps its latest line in, for who did not start it (`JALUR_VOICE` in its environment). */
  readonly voice?: string | undefined;
  /** As whom it runs, and what it may do; default: as we are. */
  readonly rights?: Rights | undefined;
}
