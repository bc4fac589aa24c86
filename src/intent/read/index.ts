import { parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Receiver } from '../../notify/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import { lineCounterOf, spanAt, spanOfOffsets, type YamlPlace, yamlErrorText } from '../../yaml/index.ts';
import type { Fault } from '../fault.ts';
import { type Intent, intentOf, receiversOf } from '../normal/index.ts';
import { intentSchema, notifyFileSchema, type Stated, type StatedNotify } from '../schema/index.ts';
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

/** What a file may say, and what it means. */
interface FileKind<T, M> {
  readonly schema: z.ZodType<T>;
  readonly meant: (stated: T) => M | readonly Fault[];
  /** What to begin with. */
  readonly start: string;
}

type FileReading<M> = {
  readonly found?: { readonly meant: M; readonly place: YamlPlace } | undefined;
} & Pick<IntentReading, 'diagnostics'>;

/** Reads a `gateway.yaml`. Never throws: every trouble is a Diagnostic with its place. */
export function readIntent(text: string, file: string): IntentReading {
  const { found, diagnostics } = readFile(text, file, intentKind);
  return { found: found && { intent: found.meant, place: found.place }, diagnostics };
}

/** Reads a file that says who is told, and nothing else. Never throws. */
export function readNotifyFile(text: string, file: string): NotifyReading {
  const { found, diagnostics } = readFile(text, file, notifyKind);
  return { receivers: found?.meant.receivers ?? [], diagnostics };
}

/** Whom a file of either kind names: a `gateway.yaml`, or one that says this alone. Never throws. */
export function readReceivers(text: string, file: string): NotifyReading {
  if (!/^["']?wans["']?\s*:/m.test(text)) return readNotifyFile(text, file);
  const { found, diagnostics } = readIntent(text, file);
  return { receivers: found?.intent.run.notify ?? [], diagnostics };
}

/** Who is told, or the errors of the file: then nobody. */
export interface NotifyReading {
  readonly receivers: readonly Receiver[];
  readonly diagnostics: readonly Diagnostic[];
}

const intentKind: FileKind<Stated, Intent> = {
  schema: intentSchema,
  meant: intentOf,
  start: 'Begin with wans: and, below it, isp1: ether1 (docs/guide/intent.md).',
};

const notifyKind: FileKind<StatedNotify, { readonly receivers: readonly Receiver[] }> = {
  schema: notifyFileSchema,
  meant(stated) {
    const faults: Fault[] = [];
    const receivers = receiversOf(stated.notify, faults);
    return faults.length > 0 ? faults : { receivers };
  },
  start: 'Begin with notify: and, below it, a name with its keys (docs/notifications.md).',
};

function readFile<T, M extends object>(text: string, file: string, kind: FileKind<T, M>): FileReading<M> {
  if (text.length > longest) return refusedWhole(file, tooLong);
  const lines = lineCounterOf(text);
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
    const place = { document, lines, file };
    if (document.errors.length > 0) return refused(yamlFaults(place));
    return readDocument(place, kind);
  } catch (error) {
    // The parser goes as deep as the text does.
    if (error instanceof RangeError) return refusedWhole(file, tooDeep);
    throw error;
  }
}

type Refused = Pick<IntentReading, 'diagnostics'>;

const tooLong = {
  what: 'The file is longer than 1 MiB.',
  do: 'Name the gateway.yaml: it has a line for each thing.',
};
const tooDeep = { what: 'Brackets or lines are nested too deep.', do: 'Close the brackets that are open.' };

function readDocument<T, M extends object>(
  place: YamlPlace,
  { schema, meant, start }: FileKind<T, M>,
): FileReading<M> {
  const aliases = aliasFaults(place);
  if (aliases.length > 0) return refused(aliases);
  const stated: unknown = place.document.toJS({ maxAliasCount: 0 });
  if (stated === null || typeof stated !== 'object' || Array.isArray(stated))
    return refused([said(place, { path: [], what: 'The file is no group of keys.', do: start })]);
  const parsed = schema.safeParse(stated, { reportInput: true });
  if (!parsed.success) return refused(schemaFaults(parsed.error.issues).map(one => said(place, one)));
  const result = meant(parsed.data);
  return isFaults(result)
    ? refused(result.map(one => said(place, one)))
    : { found: { meant: result, place }, diagnostics: [] };
}

const isFaults = <M extends object>(result: M | readonly Fault[]): result is readonly Fault[] =>
  Array.isArray(result);

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

function refused(found: readonly Diagnostic[]): Refused {
  // What two keys of the schema find wrong at one place is one mistake.
  const all = [...new Map(found.map(one => [`${one.what} ${one.span.start.offset}`, one])).values()];
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

function refusedWhole(file: string, fault: Pick<Fault, 'what' | 'do'>): Refused {
  const start = { offset: 0, line: 1, column: 1 };
  return {
    diagnostics: [{ id: 'intent/yaml', severity: 'error', ...fault, span: { file, start, end: start } }],
  };
}
