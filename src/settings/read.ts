import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Assertion, claimForms, groups, type Levels, parseClaim, rules } from '../lint/index.ts';
import { closest, nearText } from '../rsc/index.ts';
import type { Diagnostic, InEveryLanguage, Language, Severity, Span } from '../text/index.ts';
import {
  issueText,
  lineCounterOf,
  spanAt,
  spanOfOffsets,
  type YamlPlace,
  yamlErrorText,
} from '../yaml/index.ts';
import { keysOf, noPort, settingsSchema } from './schema.ts';

/** What a `jalur.config` says. */
export interface Settings {
  readonly file: string;
  readonly levels: Levels;
  /** Ports as for `--wan` and `--lan`: `ether1`, or `ether1=203.0.113.2/24`. */
  readonly wan?: readonly string[] | undefined;
  readonly lan?: readonly string[] | undefined;
  readonly failOn?: Severity | 'never' | undefined;
  readonly assertions: readonly Assertion[];
  /** Interfaces by the names that the file gives to lines. */
  readonly lines: ReadonlyMap<string, string>;
}

/** Settings, or the errors that prevent them. */
export interface SettingsReading {
  readonly settings?: Settings | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

type Stated = z.infer<typeof settingsSchema>;

const en = {
  noYaml: (why: string) => `This is neither JSON nor YAML: ${why}.`,
  file: 'The file',
  noKey: (where: string, key: string) => `${where} has no key ${key}.`,
  keys: (known: string) => `Its keys are ${known}.`,
  noAssertion: 'is neither a sentence nor { assert: sentence, level: warning }',
  noPorts: 'is neither a list of interfaces nor a group of names with their interfaces',
  noRule: (name: string) => `There is no rule or group ${name}.`,
  groups: (known: string) => `Groups are ${known}; docs/lint.md lists the rules.`,
  notUnderstood: (text: string) => `"${text}" is not understood as an assertion.`,
  forms: (known: string) => `These are understood: ${known}.`,
};

const id: typeof en = {
  noYaml: why => `Ini bukan JSON maupun YAML: ${why}.`,
  file: 'File ini',
  noKey: (where, key) => `${where} tidak punya kunci ${key}.`,
  keys: known => `Kuncinya: ${known}.`,
  noAssertion: 'bukan kalimat maupun { assert: kalimat, level: warning }',
  noPorts: 'bukan daftar interface maupun kelompok nama dengan interface-nya',
  noRule: name => `Tidak ada aturan atau grup ${name}.`,
  groups: known => `Grupnya: ${known}; daftar aturan ada di docs/lint.md.`,
  notUnderstood: text => `"${text}" tidak dipahami sebagai assertion.`,
  forms: known => `Bentuk yang dipahami: ${known}.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** Reads the text of a `jalur.config` in JSON or YAML. Never throws: every trouble is a Diagnostic with its place. */
export function readSettings(text: string, file: string, language: Language = 'en'): SettingsReading {
  const say = words[language];
  const lines = lineCounterOf(text);
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const place = { document, lines, file };
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ code, pos: [from, to] }) =>
      fault(say.noYaml(yamlErrorText(code, language)), spanOfOffsets(place, from, to)),
    );
    return { diagnostics: faults };
  }
  const parsed = settingsSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (!parsed.success)
    return { diagnostics: parsed.error.issues.flatMap(issue => schemaFaults(place, issue, language)) };
  const stated = parsed.data;
  const assertions = assertionsOf(place, stated, language);
  const diagnostics = [...unknownRules(place, stated, language), ...assertions.filter(isFault)];
  if (diagnostics.length > 0) return { diagnostics };
  const settings: Settings = {
    file,
    levels: new Map(Object.entries(stated.rules)),
    wan: namesOf(stated.wan),
    lan: namesOf(stated.lan),
    failOn: stated.failOn,
    assertions: assertions.flatMap(one => (isFault(one) ? [] : [one])),
    lines: linesOf(stated),
  };
  return { settings, diagnostics };
}

const fault = (what: string, span: Span, todo?: string): Diagnostic => ({
  id: 'settings/wrong',
  severity: 'error',
  what,
  span,
  ...(todo !== undefined && { do: todo }),
});

function schemaFaults(place: YamlPlace, issue: z.core.$ZodIssue, language: Language): Diagnostic[] {
  const say = words[language];
  const { path } = issue;
  const where = path.map(String).join('.') || say.file;
  if (issue.code !== 'unrecognized_keys')
    return [fault(`${where} ${valueText(issue, language)}.`, spanAt(place, path, 'value'))];
  const known = keysOf(path);
  return issue.keys.map(key =>
    fault(
      `${say.noKey(where, key)}${nearText(closest(key, known))[language]}`,
      spanAt(place, [...path, key], 'key'),
      say.keys(known.join(', ')),
    ),
  );
}

/** What a union takes is one thing in plain words. */
function valueText(issue: z.core.$ZodIssue, language: Language): string {
  const say = words[language];
  if (issue.message === noPort.en) return noPort[language];
  if (issue.code !== 'invalid_union') return issueText(issue, language);
  return issue.path[0] === 'assertions' ? say.noAssertion : say.noPorts;
}

/** Findings of the reader and of comments can be named, too. */
const otherGroups = ['rsc', 'lint', 'own'];

function unknownRules(place: YamlPlace, { rules: levels }: Stated, language: Language): Diagnostic[] {
  const say = words[language];
  const known = [...groups, ...otherGroups, ...rules.map(({ id }) => id)];
  return Object.keys(levels)
    .filter(name => !known.includes(name) && !otherGroups.includes(name.split('/')[0] ?? ''))
    .map(name =>
      fault(
        `${say.noRule(name)}${nearText(closest(name, known))[language]}`,
        spanAt(place, ['rules', name], 'key'),
        say.groups([...groups, ...otherGroups].join(', ')),
      ),
    );
}

function assertionsOf(
  place: YamlPlace,
  { assertions }: Stated,
  language: Language,
): (Assertion | Diagnostic)[] {
  const say = words[language];
  return assertions.flatMap((stated, index): (Assertion | Diagnostic)[] => {
    const { assert: text, level } =
      typeof stated === 'string' ? { assert: stated, level: 'error' as const } : stated;
    const span = spanAt(place, ['assertions', index], 'value');
    const claim = parseClaim(text);
    if (!claim) {
      return [fault(say.notUnderstood(text), span, say.forms(claimForms.join('; ')))];
    }
    return level === 'off' ? [] : [{ text, claim, severity: level, span }];
  });
}

const isFault = (one: Assertion | Diagnostic): one is Diagnostic => 'id' in one;

const namesOf = (ports: Stated['wan']): readonly string[] | undefined => ports && Object.values(ports);

/** `ISP2: ether2=203.0.113.2/24` is a name for ether2. */
function linesOf({ wan, lan }: Stated): ReadonlyMap<string, string> {
  const named = [wan, lan].flatMap(ports => (ports && !Array.isArray(ports) ? Object.entries(ports) : []));
  return new Map(named.map(([name, port]) => [name, port.replace(/=[\d./]+$/, '')]));
}
