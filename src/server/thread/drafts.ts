import {
  chooseWorld,
  differenceBetween,
  differenceHead,
  differenceJson,
  nothingSaid,
  type Sources,
  type WalkSubject,
  walkSubjectOf,
} from '../../answers/index.ts';
import { type Change, changeText } from '../../diff/index.ts';
import { type Config, readTexts } from '../../reading/index.ts';
import type { Language } from '../../text/index.ts';
import { findingView } from './finding.ts';
import { meantBy } from './running.ts';
import { Unanswered } from './said.ts';
import type { NamedText, TaskOf } from './task.ts';

const draftOf = (files: readonly NamedText[], language: Language): Config =>
  readTexts(files, { language, onLinux: true });

/** Would a gateway take these texts? What only its machine can refuse, it says when they are applied. */
export function validate({ asked: { files, lang } }: TaskOf<'validate'>): object {
  const config = draftOf(files, lang);
  return {
    accepted: config.usable,
    dialect: config.router.version.dialect,
    statements: config.statements,
    notUnderstood: config.notUnderstood.length,
    diagnostics: config.diagnostics.map(findingView),
  };
}

const sample = { flows: 1000, clients: 50, destinations: 200 };

/** What differs from the configuration that runs, and who would move. */
export function plan({ asked: { files, lang }, running }: TaskOf<'plan'>): object {
  const now = draftOf(files, lang);
  const diagnostics = now.diagnostics.map(findingView);
  if (!now.usable)
    return {
      ...nothing,
      accepted: false,
      diagnostics,
      head: diagnostics.find(({ severity }) => severity === 'error')?.what ?? '',
    };
  const { texts, sources } = meantBy(undefined, running);
  const old = subjectOf(
    readTexts(texts, { language: lang, assumesPorts: true, onLinux: true }),
    sources,
    lang,
  );
  const next = subjectOf(
    readTexts(files, { language: lang, assumesPorts: true, onLinux: true }),
    sources,
    lang,
  );
  const difference = differenceBetween([old, next], sample);
  const data = differenceJson(difference);
  const { changes, written, connections, moving, movements, kinds } = data;
  const { points } = data as { readonly points?: unknown };
  const views = (all: readonly Change[], data: readonly object[]) =>
    all.map((change, i) => ({ ...data[i], kind: change.kind, text: changeText(change, lang) }));
  return {
    ...{ accepted: true, diagnostics, head: differenceHead(difference, lang) },
    changes: views(difference.changes, changes),
    written: views(difference.written, written),
    ...{ connections, moving, movements, kinds, points },
    assumptions: next.assumptions,
  };
}

const nothing = {
  ...{ changes: [], written: [], connections: 0, moving: { from: 0, to: 0 }, movements: [] },
  ...{ kinds: { sent: 0, complete: true, changed: [] }, points: [], assumptions: [] },
};

function subjectOf(config: Config, sources: Sources, lang: Language): WalkSubject {
  const heard: string[] = [];
  const said = nothingSaid(lang, 'linux');
  const chosen = chooseWorld(
    config,
    said,
    sources,
    said,
    (...lines) => void heard.push(...lines.map(line => line[lang])),
  );
  if (!chosen) throw new Unanswered({ file: config.file, why: heard, diagnostics: [] });
  return walkSubjectOf({ config, assume: {}, ...chosen }, said);
}
