import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Assertion, claimForms, groups, type Levels, parseClaim, rules } from '../lint/index.ts';
import { didYouMean } from '../rsc/index.ts';
import type { Diagnostic, Severity, Span } from '../text/index.ts';
import {
  issueText,
  lineCounterOf,
  spanAt,
  spanOfOffsets,
  type YamlPlace,
  yamlErrorText,
} from '../yaml/index.ts';
import { keysOf, settingsSchema } from './schema.ts';

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

/** Reads the text of a `jalur.config` in JSON or YAML. Never throws: every trouble is a Diagnostic with its place. */
export function readSettings(text: string, file: string): SettingsReading {
  const lines = lineCounterOf(text);
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const place = { document, lines, file };
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ code, pos: [from, to] }) =>
      fault(`This is neither JSON nor YAML: ${yamlErrorText(code)}.`, spanOfOffsets(place, from, to)),
    );
    return { diagnostics: faults };
  }
  const parsed = settingsSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (!parsed.success)
    return { diagnostics: parsed.error.issues.flatMap(issue => schemaFaults(place, issue)) };
  const stated = parsed.data;
  const assertions = assertionsOf(place, stated);
  const diagnostics = [...unknownRules(place, stated), ...assertions.filter(isFault)];
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

function schemaFaults(place: YamlPlace, issue: z.core.$ZodIssue): Diagnostic[] {
  const { path } = issue;
  const where = path.map(String).join('.') || 'The file';
  if (issue.code !== 'unrecognized_keys')
    return [fault(`${where} ${valueText(issue)}.`, spanAt(place, path, 'value'))];
  const known = keysOf(path);
  return issue.keys.map(key =>
    fault(
      `${where} has no key ${key}.${didYouMean(key, known)}`,
      spanAt(place, [...path, key], 'key'),
      `Its keys are ${known.join(', ')}.`,
    ),
  );
}

/** What a union takes is one thing in plain words. */
const valueText = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_union'
    ? issue.path[0] === 'assertions'
      ? 'is neither a sentence nor { assert: sentence, level: warning }'
      : 'is neither a list of interfaces nor a group of names with their interfaces'
    : issueText(issue);

/** Findings of the reader and of comments can be named, too. */
const otherGroups = ['rsc', 'lint', 'own'];

function unknownRules(place: YamlPlace, { rules: levels }: Stated): Diagnostic[] {
  const known = [...groups, ...otherGroups, ...rules.map(({ id }) => id)];
  return Object.keys(levels)
    .filter(name => !known.includes(name) && !otherGroups.includes(name.split('/')[0] ?? ''))
    .map(name =>
      fault(
        `There is no rule or group ${name}.${didYouMean(name, known)}`,
        spanAt(place, ['rules', name], 'key'),
        `Groups are ${[...groups, ...otherGroups].join(', ')}; docs/lint.md lists the rules.`,
      ),
    );
}

function assertionsOf(place: YamlPlace, { assertions }: Stated): (Assertion | Diagnostic)[] {
  return assertions.flatMap((stated, index): (Assertion | Diagnostic)[] => {
    const { assert: text, level } =
      typeof stated === 'string' ? { assert: stated, level: 'error' as const } : stated;
    const span = spanAt(place, ['assertions', index], 'value');
    const claim = parseClaim(text);
    if (!claim) {
      const forms = `These are understood: ${claimForms.join('; ')}.`;
      return [fault(`"${text}" is not understood as an assertion.`, span, forms)];
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
