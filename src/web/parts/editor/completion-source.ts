import type { Completion, CompletionSource } from '@codemirror/autocomplete';
import type { Completions } from './completions.ts';

const types = {
  ...{ menu: 'namespace', command: 'function', property: 'property' },
  ...{ value: 'enum', name: 'variable' },
} as const;

/** Lists for the editor of what somebody else works out; undefined: it was given up. */
export const completionSource =
  (ask: (text: string, offset: number) => Promise<Completions | undefined>): CompletionSource =>
  async context => {
    const before = context.matchBefore(/[^\s]+/);
    if (!context.explicit && !before) return null;
    const found = await ask(context.state.doc.toString(), context.pos);
    if (!found || context.aborted) return null;
    return { from: found.from, validFor: /^[\w.-]*$/, options: found.items.map(optionOf) };
  };

function optionOf(item: Completions['items'][number]): Completion {
  const { label, kind, insertText, documentation } = item;
  const detail = 'detail' in item ? item.detail : undefined;
  return {
    label,
    type: types[kind],
    ...(insertText !== undefined && { apply: insertText }),
    ...(detail !== undefined && { detail: detail.length > 40 ? `${detail.slice(0, 39)}…` : detail }),
    ...(documentation !== undefined && { info: documentation }),
    ...('isMissing' in item && item.isMissing && { boost: -50 }),
  };
}
