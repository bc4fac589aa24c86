import { parseDocument, visit } from 'yaml';
import type { Diagnostic } from '../../text/index.ts';
import { lineCounterOf, spanAt, spanOfOffsets, type YamlPlace, yamlErrorText } from '../../yaml/index.ts';
import type { Fault } from '../fault.ts';
import { type Intent, intentOf } from '../normal/index.ts';
import { intentSchema } from '../schema/index.ts';
import { onOneLine } from './place.ts';
import { schemaFaults } from './schema-faults.ts';

export { placeOfKey } from './place.ts';

/** An intent with the places of its keys, or the errors that prevent one. */
export interface IntentReading {
  readonly found?: { readonly intent: Intent; readonly place: YamlPlace } | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Longest file; an office has some hundred lines. */
const longest = 1 << 20;
/** Errors that are shown of one file. */
const most = 50;

/** Reads a `gateway.yaml`. Never throws: every trouble is a Diagnostic with its place. */
export function readIntent(text: string, file: string): IntentReading {
  if (text.length > longest) return refusedWhole(file, tooLong);
  const lines = lineCounterOf(text);
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
    const place = { document, lines, file };
    if (document.errors.length > 0) return refused(yamlFaults(place));
    return readDocument(place);
  } catch (error) {
    // The parser goes as deep as the text does.
    if (error instanceof RangeError) return refusedWhole(file, tooDeep);
    throw error;
  }
}

const tooLong = {
  what: 'The file is longer than 1 MiB.',
  do: 'Name the gateway.yaml: it has a line for each thing.',
};
const tooDeep = { what: 'Brackets or lines are nested too deep.', do: 'Close the brackets that are open.' };

function readDocument(place: YamlPlace): IntentReading {
  const aliases = aliasFaults(place);
  if (aliases.length > 0) return refused(aliases);
  const stated: unknown = place.document.toJS({ maxAliasCount: 0 });
  if (stated === null || typeof stated !== 'object' || Array.isArray(stated))
    return refused([said(place, { path: [], ...notKeys })]);
  const parsed = intentSchema.safeParse(stated, { reportInput: true });
  if (!parsed.success) return refused(schemaFaults(parsed.error.issues).map(one => said(place, one)));
  const intent = intentOf(parsed.data);
  return 'wans' in intent
    ? { found: { intent, place }, diagnostics: [] }
    : refused(intent.map(one => said(place, one)));
}

const notKeys = {
  what: 'The file is no group of keys.',
  do: 'Begin with wans: and, below it, isp1: ether1 (docs/guide/intent.md).',
};

const yamlFaults = (place: YamlPlace): Diagnostic[] =>
  place.document.errors.map(({ code, pos: [from, to] }) => ({
    id: 'intent/yaml',
    severity: 'error',
    what: `This is not YAML: ${yamlErrorText(code)}.`,
    do: 'Correct the indentation, quote, bracket or key at this place.',
    span: onOneLine(place, spanOfOffsets(place, from, to)),
  }));

/** A key must have one place: what is written once and meant twice has none of its own. */
function aliasFaults(place: YamlPlace): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(place.document, {
    Alias: (_, { range }) => {
      const [from, to] = range ?? [0, 0];
      found.push({ ...alias, span: spanOfOffsets(place, from, to) });
      return found.length > most ? visit.BREAK : undefined;
    },
  });
  return found;
}

const alias = {
  id: 'intent/alias',
  severity: 'error',
  what: 'An alias (*name) stands for something that is written elsewhere.',
  why: 'Findings name the line that something comes from: each thing has a line of its own.',
  do: 'Write it out.',
} as const;

function said(place: YamlPlace, { path, part = 'value', what, why, do: todo }: Fault): Diagnostic {
  return {
    id: 'intent/wrong',
    severity: 'error',
    what,
    ...(why !== undefined && { why }),
    do: todo,
    span: onOneLine(place, spanAt(place, path, part)),
  };
}

function refused(all: readonly Diagnostic[]): IntentReading {
  const diagnostics = all.slice(0, most);
  const last = all[most];
  if (!last) return { diagnostics };
  const more = {
    what: `There are ${all.length - most} more errors.`,
    do: 'Correct the first ones, and read it again.',
  };
  return {
    diagnostics: [...diagnostics, { id: 'intent/more', severity: 'error', ...more, span: last.span }],
  };
}

function refusedWhole(file: string, fault: Pick<Fault, 'what' | 'do'>): IntentReading {
  const start = { offset: 0, line: 1, column: 1 };
  return {
    diagnostics: [{ id: 'intent/yaml', severity: 'error', ...fault, span: { file, start, end: start } }],
  };
}
