import { type Engine, runsOnLinux } from '../../model/index.ts';
import { type Config, readTexts } from '../../reading/index.ts';
import type { NamedText } from '../../rsc/index.ts';
import { type Diagnostic, hasErrors, type Language } from '../../text/index.ts';
import type { Complain } from '../names/index.ts';
import { otherReading } from './readings.ts';
import { lookedAt, type SaidOfText, type SaidOfWorld } from './said.ts';
import { areQuestions, type SaidOfWalk, type WalkSubject, walkSubjectOf } from './subject.ts';
import { chooseWorld, type Sources } from './world.ts';

/** Everything that a user says beside texts that are walked. */
export interface Said extends SaidOfText, SaidOfWorld, Omit<SaidOfWalk, 'lang'> {
  readonly lang: Language;
}

/** Nothing is said. */
export const nothingSaid = (lang: Language, engine: Engine = 'routeros'): Said => ({
  ...{ lang, engine },
  ...{ down: [], dead: [], deadGateway: [], unreachable: [], lease: [] },
  assume: {},
});

/** Why there is no answer: what is wrong with the texts, or with the question. */
export interface NoAnswer {
  readonly file: string;
  readonly why: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An answer; where the text does not show its version and RouterOS 6 answers otherwise, that one too. */
export type InEachReading<T> =
  | { readonly answer: T; readonly asV6?: T | undefined }
  | { readonly no: NoAnswer };

/** How an answer is made of a subject, and what of it must be alike for two answers to be the same. */
export interface Asking<T, Raw> {
  readonly ask: (subject: WalkSubject, say: Complain) => Raw | undefined;
  readonly key: (raw: Raw) => unknown;
  readonly data: (subject: WalkSubject, raw: Raw) => T;
  /** A text in which nothing is modelled is asked too. */
  readonly anything?: boolean | undefined;
}

/** Asks texts one question, as they are read and, where that is open and matters, as RouterOS 6. Never throws for a text. */
export function askTexts<T, Raw>(
  texts: readonly NamedText[],
  said: Said,
  asking: Asking<T, Raw>,
  sources: Sources = {},
): InEachReading<T> {
  const config = readTexts(texts, { ...lookedAt(said), onLinux: runsOnLinux(said.engine) });
  if (!config.readable && !(asking.anything === true && config.isEmpty))
    return { no: unreadableText(config) };
  const heard: string[] = [];
  const say: Complain = (...lines) => void heard.push(...lines.map(line => line[said.lang ?? 'en']));
  const first = askOne(config, said, asking, sources, say);
  if (!first) return { no: { file: config.file, why: heard, diagnostics: [] } };
  const older = otherReading(config, said);
  const other = older && askOne(older, said, asking, sources, () => undefined);
  const differs = other && JSON.stringify(asking.key(other.raw)) !== JSON.stringify(asking.key(first.raw));
  return { answer: first.data(), ...(differs && { asV6: other.data() }) };
}

function askOne<T, Raw>(
  config: Config,
  said: Said,
  { ask, data }: Asking<T, Raw>,
  sources: Sources,
  say: Complain,
): { readonly raw: Raw; readonly data: () => T } | undefined {
  const chosen = chooseWorld(config, said, sources, said, say);
  const subject = chosen && walkSubjectOf({ config, assume: {}, ...chosen }, said);
  if (!subject || !areQuestions([subject], said.assume, say)) return undefined;
  const raw = ask(subject, say);
  return raw === undefined ? undefined : { raw, data: () => data(subject, raw) };
}

/** What is wrong with texts that must not be asked. */
export function unreadableText({ file, diagnostics }: Config): NoAnswer {
  const worst = diagnostics.filter(one => hasErrors([one])).at(-1);
  return { file, why: worst ? [worst.what, ...(worst.do === undefined ? [] : [worst.do])] : [], diagnostics };
}
