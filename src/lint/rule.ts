import type { Origin } from '../model/index.ts';
import type { InEveryLanguage, Severity, Span } from '../text/index.ts';
import type { Packet, Prepared, Trace } from '../walk/index.ts';
import type { Mend } from './fix/change.ts';
import type { Subject } from './subject.ts';

/** What rules are about; the folder of `rules/` that they stand in, and the first part of their ids. */
export const groups = [
  'pcc',
  'marks',
  'routes',
  'probes',
  'nat',
  'firewall',
  'interfaces',
  'services',
  'queues',
  'scripts',
] as const;

export type Group = (typeof groups)[number];

/** One sentence, or several, in every language. */
export type Said = InEveryLanguage<string>;

/** Where a finding is: an item, its origin, or a part of a statement. */
export type Place = Span | Origin | { readonly origin: Origin };

/** A packet for which it goes wrong, and its walk. */
export interface CounterExample {
  readonly prepared: Prepared;
  readonly packet: Packet;
  readonly trace: Trace;
}

/** What a rule finds. */
export interface Found {
  readonly at: Place;
  readonly what: Said;
  /** The rule's own where not given. */
  readonly why?: Said | undefined;
  readonly do?: Said | undefined;
  /** Where it is less than the rule's level. */
  readonly severity?: Severity | undefined;
  /** It is so only if this holds, which the text does not say: at most a warning then. */
  readonly assuming?: Said | undefined;
  /** A sign, not a proof: nothing was walked or worked out that shows it. */
  readonly isLikely?: boolean | undefined;
  readonly related?: readonly { readonly at: Place; readonly text: Said }[] | undefined;
  readonly fix?: Mend | undefined;
  readonly counterExample?: CounterExample | undefined;
}

/** One check. `id` is `group/name`: the file `rules/<group>/<name>.ts`, with its page and its test beside it. */
export interface Rule {
  readonly id: `${Group}/${string}`;
  /** How bad it is at most. */
  readonly level: Severity;
  /** The mistake in a few words. */
  readonly title: Said;
  /** What follows from it. */
  readonly why: Said;
  readonly check: (subject: Subject) => readonly Found[];
}

/** The group of an id, `pcc` of `pcc/remainder-missing`; undefined for findings that no rule makes. */
export const groupOf = (id: string): Group | undefined => groups.find(group => id.startsWith(`${group}/`));
