import { parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Receiver } from '../../notify/index.ts';
import {
  type Diagnostic,
  diagnosticOf,
  type Finding,
  type Language,
  type Said,
  type Span,
} from '../../text/index.ts';
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
  readonly start: Said;
}

type FileReading<M> = {
  readonly found?: { readonly meant: M; readonly place: YamlPlace } | undefined;
} & Pick<IntentReading, 'diagnostics'>;

/** Reads a `gateway.yaml`. Never throws: every trouble is a Diagnostic with its place. */
export function readIntent(text: string, file: string, language: Language = 'en'): IntentReading {
  const { found, diagnostics } = readFile(text, { file, language }, intentKind);
  return { found: found && { intent: found.meant, place: found.place }, diagnostics };
}

/** Reads a file that says who is told, and nothing else. Never throws. */
export function readNotifyFile(text: string, file: string, language: Language = 'en'): NotifyReading {
  const { found, diagnostics } = readFile(text, { file, language }, notifyKind);
  return { receivers: found?.meant.receivers ?? [], diagnostics };
}

/** Whom a file of either kind names: a `gateway.yaml`, or one that says this alone. Never throws. */
export function readReceivers(text: string, file: string, language: Language = 'en'): NotifyReading {
  if (!/^["']?wans["']?\s*:/m.test(text)) return readNotifyFile(text, file, language);
  const { found, diagnostics } = readIntent(text, file, language);
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
  start: {
    en: 'Begin with wans: and, below it, isp1: ether1 (docs/guide/intent.md).',
    id: 'Mulai dengan wans: dan, di bawahnya, isp1: ether1 (docs/guide/intent.md).',
  },
};

const notifyKind: FileKind<StatedNotify, { readonly receivers: readonly Receiver[] }> = {
  schema: notifyFileSchema,
  meant(stated) {
    const faults: Fault[] = [];
    const receivers = receiversOf(stated.notify, faults);
    return faults.length > 0 ? faults : { receivers };
  },
  start: {
    en: 'Begin with notify: and, below it, a name with its keys (docs/notifications.md).',
    id: 'Mulai dengan notify: dan, di bawahnya, sebuah nama dengan kuncinya (docs/notifications.md).',
  },
};

/** Which file, and in which language is said what is wrong with it. */
interface Asked {
  readonly file: string;
  readonly language: Language;
}

function readFile<T, M extends object>(text: string, asked: Asked, kind: FileKind<T, M>): FileReading<M> {
  const { file, language } = asked;
  if (text.length > longest) return refusedWhole(asked, tooLong);
  const lines = lineCounterOf(text);
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
    const place = { document, lines, file };
    if (document.errors.length > 0) return refused(yamlFaults(place), language);
    return readDocument(place, kind, language);
  } catch (error) {
    // The parser goes as deep as the text does.
    if (error instanceof RangeError) return refusedWhole(asked, tooDeep);
    throw error;
  }
}

type Refused = Pick<IntentReading, 'diagnostics'>;

const tooLong = {
  what: { en: 'The file is longer than 1 MiB.', id: 'File ini lebih panjang dari 1 MiB.' },
  do: {
    en: 'Name the gateway.yaml: it has a line for each thing.',
    id: 'Sebutkan gateway.yaml: isinya satu baris untuk setiap hal.',
  },
};
const tooDeep = {
  what: { en: 'Brackets or lines are nested too deep.', id: 'Kurung atau baris bersarang terlalu dalam.' },
  do: { en: 'Close the brackets that are open.', id: 'Tutup kurung yang terbuka.' },
};

function readDocument<T, M extends object>(
  place: YamlPlace,
  { schema, meant, start }: FileKind<T, M>,
  language: Language,
): FileReading<M> {
  const aliases = aliasFaults(place);
  if (aliases.length > 0) return refused(aliases, language);
  const stated: unknown = place.document.toJS({ maxAliasCount: 0 });
  if (stated === null || typeof stated !== 'object' || Array.isArray(stated))
    return refused(
      [
        said(place, {
          path: [],
          what: { en: 'The file is no group of keys.', id: 'Isi file ini bukan kelompok kunci.' },
          do: start,
        }),
      ],
      language,
    );
  const parsed = schema.safeParse(stated, { reportInput: true });
  if (!parsed.success)
    return refused(
      schemaFaults(parsed.error.issues).map(one => said(place, one)),
      language,
    );
  const result = meant(parsed.data);
  return isFaults(result)
    ? refused(
        result.map(one => said(place, one)),
        language,
      )
    : { found: { meant: result, place }, diagnostics: [] };
}

const isFaults = <M extends object>(result: M | readonly Fault[]): result is readonly Fault[] =>
  Array.isArray(result);

const yamlFaults = (place: YamlPlace): Placed[] =>
  place.document.errors.map(({ code, pos: [from, to] }) => ({
    id: 'intent/yaml',
    severity: 'error',
    what: {
      en: `This is not YAML: ${yamlErrorText(code, 'en')}.`,
      id: `Ini bukan YAML: ${yamlErrorText(code, 'id')}.`,
    },
    do: {
      en: 'Correct the indentation, quote, bracket or key at this place.',
      id: 'Perbaiki indentasi, tanda kutip, kurung, atau kunci di tempat ini.',
    },
    span: onOneLine(place, spanOfOffsets(place, from, to)),
  }));

/** A key must have one place: what is written once and meant twice has none of its own. */
function aliasFaults(place: YamlPlace): Placed[] {
  const found: Placed[] = [];
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
  what: {
    en: 'An alias (*name) stands for something that is written elsewhere.',
    id: 'Alias (*nama) mewakili sesuatu yang ditulis di tempat lain.',
  },
  why: {
    en: 'Findings name the line that something comes from: each thing has a line of its own.',
    id: 'Temuan menyebut baris asalnya: setiap hal punya barisnya sendiri.',
  },
  do: { en: 'Write it out.', id: 'Tulis lengkap.' },
} as const;

/** A finding with its place. */
interface Placed extends Finding {
  readonly span: Span;
}

function said(place: YamlPlace, { path, part = 'value', what, why, do: todo }: Fault): Placed {
  return {
    id: 'intent/wrong',
    severity: 'error',
    what,
    ...(why !== undefined && { why }),
    do: todo,
    span: onOneLine(place, spanAt(place, path, part)),
  };
}

function refused(found: readonly Placed[], language: Language): Refused {
  // What two keys of the schema find wrong at one place is one mistake.
  const all = [...new Map(found.map(one => [`${one.what.en} ${one.span.start.offset}`, one])).values()];
  const last = all[most];
  const shown = [...all.slice(0, most), ...(last ? [notShown(all.length - most, last)] : [])];
  return { diagnostics: shown.map(one => diagnosticOf(one, one.span, language)) };
}

const notShown = (count: number, { span }: Placed): Placed => ({
  id: 'intent/more',
  severity: 'error',
  what: { en: `There are ${count} more errors.`, id: `Masih ada ${count} kesalahan lagi.` },
  do: { en: 'Correct the first ones, and read it again.', id: 'Perbaiki yang pertama, lalu baca lagi.' },
  span,
});

function refusedWhole({ file, language }: Asked, fault: Pick<Fault, 'what' | 'do'>): Refused {
  const start = { offset: 0, line: 1, column: 1 };
  const finding = { id: 'intent/yaml', severity: 'error', ...fault } as const;
  return { diagnostics: [diagnosticOf(finding, { file, start, end: start }, language)] };
}
