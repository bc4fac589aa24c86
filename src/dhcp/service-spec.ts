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
  /** Where that file is the only way to hear it, as it does not talk to who started it. */
  readonly isHeardByFile?: boolean | undefined;
  /** What it reads, written before it starts, for its owner alone: with another text it is another service. */
  readonly file?: { readonly path: string; readonly text: string } | undefined;
  /** Why it must not be started now; undefined: it may. It is asked again later. */
  readonly obstacle?: (() => string | undefined) | undefined;
  /** Its end is told to the other side, also where it is to go on otherwise. */
  readonly takesLeave?: boolean | undefined;
  /** As whom it runs, and what it may do; default: as we are. */
  readonly rights?: Rights | undefined;
}

/** Is it the same service: what one of them is started with is what the other is? */
export const isSameSpec = (a: ServiceSpec, b: ServiceSpec): boolean =>
  a.name === b.name && isSameArgv(a.argv, b.argv) && a.file?.text === b.file?.text;

export const isSameArgv = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i]);
