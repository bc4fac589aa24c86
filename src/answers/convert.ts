import {
  type Check,
  type Converted,
  checkConversion,
  convertRouterOs,
  type Difference,
  differenceText,
  linesOf,
  verdictOf,
} from '../convert/index.ts';
import { type IntentOfRouter, intentFromRouter, type Row, writeYaml } from '../intent/index.ts';
import type { Dialect, RouterOsVersion } from '../model/index.ts';
import { routerText } from '../reading/index.ts';
import { type NamedText, quote, type ReadResult, readRouterOs, withoutSecrets } from '../rsc/index.ts';
import { counted, type Diagnostic, hasErrors, jsonDiagnostic } from '../text/index.ts';
import { packetText } from '../walk/index.ts';

/** A version of RouterOS, or an intent. */
export type Target = RouterOsVersion | 'yaml';

/** `v6`, `v7`, `v7:18` for 7.18, `yaml` for an intent; undefined where it is none. */
export function parseTarget(value: string): Target | undefined {
  if (value === 'yaml') return value;
  const match = /^v?([67])(?:[:.](\d{1,3})(?:\.\d+)?)?$/.exec(value);
  if (!match) return undefined;
  const dialect = match[1] === '6' ? 'v6' : 'v7';
  const minor = match[2] === undefined ? undefined : Number(match[2]);
  return {
    dialect,
    text: '',
    evidence: [{ en: 'asked for', id: 'diminta' }],
    ...(minor !== undefined && { minor }),
  };
}

/** A text in the terms of another RouterOS or as an intent, and whether both do the same; findings where it was refused. */
export function convertText(named: NamedText, target: Target, dialect?: Dialect) {
  const { text: own, intent, listing, diagnostics } = routerText(named);
  if (diagnostics.length > 0) return refusedText(named.file, diagnostics);
  // The statements of an intent or a listing are a text of their own, and places in it are no places of the file.
  const text = intent || listing ? { file: `${named.file} as RouterOS`, text: own.text } : named;
  const read = readRouterOs(text.text, { ...text, dialect });
  if (hasErrors(read.diagnostics)) return refusedText(text.file, read.diagnostics);
  if (target === 'yaml') return intent ? ({ kind: 'same' } as const) : intentText(text, read);
  const converted = convertRouterOs(text.text, read, { file: text.file, target });
  const check = checkConversion(converted.before, converted.after);
  return { kind: 'routeros', ...convertedJson(text.file, converted, check, intent?.unsaid) } as const;
}

const refusedText = (file: string, diagnostics: readonly Diagnostic[]) =>
  ({ kind: 'refused', file, text: undefined, diagnostics: diagnostics.map(jsonDiagnostic) }) as const;

function intentText({ file }: NamedText, { router, secrets }: ReadResult) {
  const found = intentFromRouter(router, secrets);
  if (found.refused.length > 0)
    return {
      kind: 'refused',
      file,
      text: found.yaml,
      diagnostics: found.refused.map(jsonDiagnostic),
    } as const;
  const check = checkConversion(router, found.made);
  const unsaid = found.lost.length + found.kept.length;
  const more = unsaid === 0 ? '.' : `. It has no words for ${counted(unsaid, 'statement')} of it.`;
  const yaml = writeYaml(found.stated, { head: [`Made from ${file}${more}`] });
  return { kind: 'intent', ...intentJson(file, yaml, found, check) } as const;
}

/** A conversion to another RouterOS as data; `unsaid`: what of an intent its text does not hold. */
export function convertedJson(
  file: string,
  converted: Converted,
  check: Check,
  unsaid: readonly Diagnostic[] = [],
) {
  const { text, from, counts, diagnostics } = converted;
  const { walked, states, complete, leftOut, differences } = check;
  return {
    file,
    from: from.text || from.dialect,
    text,
    statements: counts,
    diagnostics: diagnostics.map(jsonDiagnostic),
    ...(unsaid.length > 0 && { notSaid: unsaid.map(jsonDiagnostic) }),
    verdict: verdictOf(converted, check),
    check: {
      packets: walked,
      states,
      complete,
      leftOut,
      assumed: check.assumed,
      notChecked: converted.unwalked,
      differences: differences.map(differenceJson),
    },
  };
}

function differenceJson(one: Difference) {
  const { fault, direction, packets, otherStates, packet, before, after } = one;
  return {
    ...(fault && { fault }),
    direction,
    packets,
    otherStates,
    example: packetText(packet, 'en'),
    before: { ending: before.trace.ending.kind, share: before.share, lines: linesOf(before.trace) },
    after: { ending: after.trace.ending.kind, share: after.share, lines: linesOf(after.trace) },
    what: differenceText(one),
  };
}

/** As a statement; what the model holds of secrets is masked already. */
export const statementText = ({ menu, properties }: Row): string =>
  withoutSecrets([menu, ...[...properties].map(([name, value]) => `${name}=${quote(value)}`)].join(' '));

/** A conversion to an intent as data. */
export function intentJson(
  file: string,
  text: string,
  { lost, added, kept }: IntentOfRouter,
  { walked, states, complete, differences }: Check,
) {
  return {
    file,
    text,
    notSaid: [
      ...lost.map(row => ({ line: row.origin?.span.start.line, statement: statementText(row) })),
      ...kept.map(({ origin, text: own }) => ({
        line: origin.span.start.line,
        statement: `${origin.menu} ${withoutSecrets(own)}`,
      })),
    ],
    onlyInIntent: added.map(statementText),
    check: { packets: walked, states, complete, differences: differences.map(one => differenceText(one)) },
  };
}
