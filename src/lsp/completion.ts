import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type Position,
} from 'vscode-languageserver';
import { type Completion, completionsAt as completionsOf } from '../editing/index.ts';
import type { OpenText } from './text/open-text.ts';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  menu: CompletionItemKind.Module,
  command: CompletionItemKind.Function,
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
};

/** What can stand at a place, as editors take it. */
export function completionsAt(text: OpenText, position: Position): CompletionList {
  const offset = text.places.offsetAt(position);
  const { from, items } = completionsOf(text, offset);
  const range = text.places.rangeOf({ start: from, end: offset });
  return { isIncomplete: false, items: items.map(item => itemOf(item, range)) };
}

function itemOf(
  { label, kind, insertText, detail, documentation, isOld, isMissing }: Completion,
  range: ReturnType<OpenText['places']['rangeOf']>,
): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
    ...(isMissing && { sortText: '~' }),
    ...(isOld && { tags: [CompletionItemTag.Deprecated] }),
    textEdit: { range, newText: insertText ?? label },
  };
}
