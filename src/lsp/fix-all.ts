import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { mendText } from '../lint/index.ts';
import type { Diagnostic, InEveryLanguage } from '../text/index.ts';
import type { OpenText } from './text/open-text.ts';

/** What editors ask for as `source.fixAll`, when a file is saved or somebody says so. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.jalur`;

const title: InEveryLanguage<string> = {
  en: 'Mend all that cannot get worse by it',
  id: 'Perbaiki semua yang tidak mungkin menjadi lebih buruk',
};

/** Does an editor that asks for these kinds want one of that kind? `source` stands for all that begin so. */
export const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some(one => kind === one || kind.startsWith(`${one}.`));

/**
 * The safe fixes of a text, as `jalur lint --fix` applies them: together they are linted and proved, and those that make it no
 * better are left out. Only where somebody asks for it by name: it takes longer than looking for quick fixes.
 */
export function fixAll(text: OpenText, found: readonly Diagnostic[]): CodeAction[] {
  if (!found.some(({ fix }) => fix?.isSafe && fix.edits.length > 0)) return [];
  const mended = mendText(text.text, 'safe', text.language, changed => text.withText(changed).judged());
  if (!mended || mended.text === text.text) return [];
  const range = text.places.rangeOf({ start: 0, end: text.text.length });
  const edits = [{ range, newText: mended.text }];
  return [
    {
      title: title[text.language],
      kind: fixAllKind,
      edit: { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits }] },
    },
  ];
}
