import type { InEveryLanguage, Language } from '../text/index.ts';
import { connectionFacts } from './facts/connections.ts';
import type { Fact } from './facts/fact.ts';
import { packetFacts } from './facts/packets.ts';
import { routeFacts } from './facts/routes.ts';
import { textFacts } from './facts/text.ts';
import type { Dialect, RouterOsVersion } from './version.ts';

export type { Fact } from './facts/fact.ts';
export type { PolicyRule } from './facts/packets.ts';

/** Whose behaviour is meant: a RouterOS's, or that of the Linux program that we compile. */
export type Engine = 'routeros' | 'linux';

/** Is it our program that runs the text? */
export const runsOnLinux = (engine?: Engine): engine is 'linux' => engine === 'linux';

/** All that differs between RouterOS 6, 7 and Linux, by topic. docs/what-differs.md is made of it. */
export const differences = {
  packets: packetFacts,
  routes: routeFacts,
  connections: connectionFacts,
  text: textFacts,
} as const;

type Facts = typeof packetFacts & typeof routeFacts & typeof connectionFacts & typeof textFacts;
type ValueOf<F> = F extends Fact<infer T> ? T : never;

/** What holds for one version and engine, by name. */
export type Semantics = { readonly [K in keyof Facts]: ValueOf<Facts[K]> };

/** As much of a version as decides what holds. */
export type Release = Pick<RouterOsVersion, 'dialect' | 'minor'>;

/** Where something exists: everywhere, in one dialect alone, in `v7` from one minor on or up to one. */
export interface Gate {
  readonly dialect?: Dialect;
  /** First minor of v7 that has it. */
  readonly minor?: number | undefined;
  /** Last minor of v7 that has it. */
  readonly until?: number | undefined;
}

/** What holds for a text of that version, run by a RouterOS or by our Linux program. */
export function semanticsOf(version: Release, engine: Engine = 'routeros'): Semantics {
  const known = semantics[engine].get(version) ?? heldBy(version, engine);
  semantics[engine].set(version, known);
  return known;
}

/** What was worked out: it is asked for at every turn. */
const semantics: Readonly<Record<Engine, WeakMap<Release, Semantics>>> = {
  routeros: new WeakMap(),
  linux: new WeakMap(),
};

function heldBy(version: Release, engine: Engine): Semantics {
  const facts: Facts = { ...packetFacts, ...routeFacts, ...connectionFacts, ...textFacts };
  const values = Object.entries(facts).map(([name, one]) => [
    name,
    valueFor(one as Fact<unknown>, version, engine),
  ]);
  return Object.fromEntries(values) as Semantics;
}

function valueFor<T>(one: Fact<T>, { dialect, minor }: Release, engine: Engine): T {
  if (engine === 'linux' && one.linux !== undefined) return one.linux;
  if (dialect === 'v6') return one.v6;
  const older = one.v7Before?.find(before => minor !== undefined && minor < before.minor);
  return older ? older.value : one.v7;
}

/** Is a packet routed by its mark before it is asked whether it is for the router itself? */
export function asksMarksFirst(version: Release): boolean {
  const { policyRules } = semanticsOf(version);
  return policyRules.indexOf('mangle') < policyRules.indexOf('local');
}

/** Does that version have it? An unknown minor is taken for a new one. */
export function existsIn(gate: Gate | undefined, { dialect, minor }: Release): boolean {
  if (gate?.dialect !== undefined && gate.dialect !== dialect) return false;
  if (!gate || dialect === 'v6') return true;
  const now = minor ?? Number.POSITIVE_INFINITY;
  return now >= (gate.minor ?? 0) && now <= (gate.until ?? Number.POSITIVE_INFINITY);
}

/** A text for some RouterOS 7 with what later ones have no more is for an earlier one. */
export const datesText = ({ dialect = 'v7', until }: Gate, version: Release): boolean =>
  version.dialect === 'v7' && version.minor === undefined && dialect === 'v7' && until !== undefined;

/** Is it a RouterOS 6 before that minor? Undefined: the text does not say. */
export function isOlderV6({ dialect, minor, text }: RouterOsVersion, before: number): boolean | undefined {
  if (dialect === 'v7' && text !== '') return false;
  return dialect === 'v6' && minor !== undefined ? minor < before : undefined;
}

/** Versions that have it, as the end of a sentence: `7 only`, `7.10 and later`, `7.20 and earlier`. */
export function versionsWith({ dialect, minor, until }: Gate, language: Language = 'en'): string {
  const say = versionWords[language];
  if (minor !== undefined && until !== undefined) return say.between(minor, until);
  if (minor !== undefined) return say.from(minor);
  if (until !== undefined) return say.until(until);
  return dialect === undefined ? say.every : say.only(dialect.slice(1));
}

const versionWords = {
  en: {
    between: (from: number, to: number) => `7.${from} to 7.${to}`,
    from: (minor: number) => `7.${minor} and later`,
    until: (minor: number) => `7.${minor} and earlier`,
    only: (major: string) => `${major} only`,
    every: 'every version',
  },
  id: {
    between: (from: number, to: number) => `7.${from} sampai 7.${to}`,
    from: (minor: number) => `7.${minor} ke atas`,
    until: (minor: number) => `7.${minor} ke bawah`,
    only: (major: string) => `${major} saja`,
    every: 'semua versi',
  },
} satisfies InEveryLanguage<object>;

/** Are they the same language, whatever their minor? */
export function speakAlike(a: Pick<Gate, 'dialect'>, b: Pick<Gate, 'dialect'>): boolean {
  return a.dialect === b.dialect;
}

/** The one that a text is not for. */
export const otherDialect = (dialect: Dialect): Dialect => (dialect === 'v6' ? 'v7' : 'v6');

/** `v6` or `v7`; undefined for any other word. */
export function parseDialect(word: string | undefined): Dialect | undefined {
  return word === 'v6' || word === 'v7' ? word : undefined;
}
