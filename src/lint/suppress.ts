import type { Diagnostic, Edit, InEveryLanguage, Language, Span } from '../text/index.ts';

/** A comment that says that a finding is meant: `# jalur-ignore pcc/mid-life: the lab reboots before each run`. */
export interface Suppression {
  readonly ids: readonly string[];
  readonly reason: string;
  readonly span: Span;
  /** With the end of its line. */
  readonly whole: Span;
  /** Lines that it is for; undefined: the whole file. */
  readonly line?: number | undefined;
}

const form = /^\s*#\s*jalur-ignore(-file)?\s+([\w/-]+(?:\s*,\s*[\w/-]+)*)\s*(?::\s*(.*?))?\s*$/;

/** All such comments of a text. One is for the statement that follows it, `jalur-ignore-file` for the whole text. */
export function suppressionsIn(file: string, text: string): Suppression[] {
  if (!text.includes('jalur-ignore')) return [];
  const written = text.split('\n');
  const lines = written.map(line => line.replace(/\r$/, ''));
  let offset = 0;
  return lines.flatMap((line, at) => {
    const begins = offset;
    offset += (written[at]?.length ?? 0) + 1;
    const [whole, isFile, ids = '', reason = ''] = form.exec(line) ?? [];
    if (whole === undefined) return [];
    const start = { offset: begins, line: at + 1, column: 1 };
    const end = { offset: begins + line.length, line: at + 1, column: line.length + 1 };
    const next = lines.findIndex((other, i) => i > at && !/^\s*(?:#[^\n]*)?$/.test(other));
    return [
      {
        ids: ids.split(/\s*,\s*/),
        reason,
        span: { file, start, end },
        whole: { file, start, end: at + 1 < lines.length ? { offset, line: at + 2, column: 1 } : end },
        ...(isFile === undefined && { line: next + 1 }),
      },
    ];
  });
}

/** Findings without those that are meant, and with one for each comment that is for none or gives no reason. */
export function withoutSuppressed(
  found: readonly Diagnostic[],
  suppressions: readonly Suppression[],
  language: Language,
): { readonly kept: readonly Diagnostic[]; readonly suppressed: number } {
  const used = new Set<string>();
  const kept = found.filter(one => {
    const hits = suppressions.filter(comment => isFor(comment, one));
    for (const comment of hits) used.add(keyOf(comment, one.id));
    return hits.length === 0;
  });
  const unused = suppressions.flatMap(comment =>
    comment.ids.filter(id => !used.has(keyOf(comment, id))).map(id => unusedFinding(comment, id, language)),
  );
  const silent = suppressions.filter(({ reason }) => reason === '').map(one => reasonless(one, language));
  return { kept: [...kept, ...unused, ...silent], suppressed: found.length - kept.length };
}

const keyOf = ({ span }: Suppression, id: string): string => `${span.file}:${span.start.line} ${id}`;

const isFor = ({ ids, line, span: { file } }: Suppression, { id, span }: Diagnostic): boolean =>
  ids.includes(id) &&
  span.file === file &&
  (line === undefined || (line >= span.start.line && line <= Math.max(span.start.line, span.end.line)));

const en = {
  unused: (id: string) => `This comment suppresses ${id}, which is not found there.`,
  unusedWhy: 'It may hide a mistake that somebody makes later.',
  unusedDo: 'Remove the comment, or put it directly before the statement that it is for.',
  reasonless: 'This comment gives no reason.',
  reasonlessWhy: 'Nobody can tell later whether it is still meant.',
  reasonlessDo: 'Write why it is meant behind a colon: # jalur-ignore rule-id: reason',
};

const id: typeof en = {
  unused: rule => `Komentar ini menyembunyikan ${rule}, yang tidak ditemukan di sana.`,
  unusedWhy: 'Komentar ini bisa menyembunyikan kesalahan yang dibuat nanti.',
  unusedDo: 'Hapus komentar ini, atau letakkan tepat sebelum perintah yang dimaksud.',
  reasonless: 'Komentar ini tidak memberi alasan.',
  reasonlessWhy: 'Nanti tidak ada yang tahu apakah ini masih disengaja.',
  reasonlessDo: 'Tulis alasannya setelah titik dua: # jalur-ignore rule-id: alasan',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** Ids of what is said of comments themselves. */
export const unusedSuppression = 'lint/unused-suppression';
export const suppressionWithoutReason = 'lint/suppression-without-reason';

function unusedFinding(comment: Suppression, rule: string, language: Language): Diagnostic {
  const say = words[language];
  const { span } = comment;
  return {
    id: unusedSuppression,
    severity: 'warning',
    what: say.unused(rule),
    why: say.unusedWhy,
    do: say.unusedDo,
    span,
    fix: { commands: [], edits: [without(comment, rule)], isSafe: true },
  };
}

/** The comment without one of its rules; nothing of it where that was the only one. */
function without({ ids, reason, line, span, whole }: Suppression, rule: string): Edit {
  const left = ids.filter(one => one !== rule);
  if (left.length === 0) return { span: whole, text: '' };
  const head = `# jalur-ignore${line === undefined ? '-file' : ''} ${left.join(', ')}`;
  return { span, text: reason === '' ? head : `${head}: ${reason}` };
}

function reasonless({ span }: Suppression, language: Language): Diagnostic {
  const say = words[language];
  return {
    id: suppressionWithoutReason,
    severity: 'info',
    what: say.reasonless,
    why: say.reasonlessWhy,
    do: say.reasonlessDo,
    span,
  };
}
