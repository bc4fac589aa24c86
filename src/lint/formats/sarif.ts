import type { Diagnostic, Fix, Severity, Span } from '../../text/index.ts';
import { fingerprintOf } from '../baseline/fingerprint.ts';
import { rules } from '../rules/index.ts';
import { lineHashes } from './line-hash.ts';
import type { LintedFile, Report } from './report.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0 (OASIS), which code hosts and editors read. */
export function asSarif({ files, language, version }: Report): object {
  const found = files.flatMap(({ diagnostics }) => diagnostics);
  const ids = [...new Set(found.map(({ id }) => id))].sort();
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'jalur',
            semanticVersion: version,
            rules: ids.map(id => descriptorOf(id, language)),
          },
        },
        artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(file => resultsOf(file, ids)),
      },
    ],
  };
}

function descriptorOf(id: string, language: Report['language']): object {
  const rule = rules.find(one => one.id === id);
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: rule.why[language] },
    help: { text: `jalur lint --explain ${id}` },
    defaultConfiguration: { level: levels[rule.level] },
  };
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function resultsOf({ text, diagnostics }: LintedFile, ids: readonly string[]): object[] {
  const hashes = lineHashes(text);
  const seen = new Map<string, number>();
  return diagnostics.map(one => {
    const own = fingerprintOf(one, text);
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    const hash = hashes[one.span.start.line - 1];
    return {
      ...resultOf(one, ids),
      partialFingerprints: {
        ...(hash !== undefined && { primaryLocationLineHash: hash }),
        // Another way to work it out gets another number.
        'jalur/v1': `${own}:${count}`,
      },
    };
  });
}

function resultOf(one: Diagnostic, ids: readonly string[]): object {
  const { id, severity, what, why, do: todo, span, notes = [], fix, counterExample } = one;
  const text = [what, why, todo, counterExample].filter(part => part !== undefined).join('\n');
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: levels[severity],
    message: { text },
    locations: [{ physicalLocation: physical(span) }],
    ...(notes.length > 0 && {
      relatedLocations: notes.map((note, at) => ({
        id: at,
        message: { text: note.text },
        ...(note.span && { physicalLocation: physical(note.span) }),
      })),
    }),
    ...(fix && fix.edits.length > 0 && { fixes: [fixOf(fix, todo ?? what)] }),
    properties: { confidence: one.confidence ?? 'certain', commands: fix?.commands ?? [] },
  };
}

function fixOf({ edits, note }: Fix, what: string): object {
  const files = [...new Set(edits.map(({ span }) => span.file))];
  return {
    description: { text: note === undefined ? what : `${what} ${note}` },
    artifactChanges: files.map(file => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter(({ span }) => span.file === file)
        .map(({ span, text }) => ({ deletedRegion: regionOf(span), insertedContent: { text } })),
    })),
  };
}

const physical = (span: Span): object => ({
  artifactLocation: { uri: uriOf(span.file) },
  region: regionOf(span),
});

const regionOf = ({ start, end }: Span): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

/** A path as a relative or absolute URI reference (RFC 3986), also one of Windows. */
const uriOf = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .split('/')
    .map(part => encodeURIComponent(part))
    .join('/');
