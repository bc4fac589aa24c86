import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: tags.namespace, color: 'var(--code-menu)', fontWeight: '600' },
  { tag: tags.keyword, color: 'var(--code-word)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--ink-2)' },
  { tag: [tags.number, tags.bool], color: 'var(--code-value)' },
  { tag: [tags.string, tags.escape], color: 'var(--code-string)' },
  { tag: tags.variableName, color: 'var(--code-word)' },
]);

/** The look of the pages: their colours are variables, so that light and dark follow by themselves. */
export const look = [
  syntaxHighlighting(colours),
  EditorView.theme({
    '&': { height: '100%', fontSize: 'var(--text-sm)', backgroundColor: 'var(--sheet)', color: 'var(--ink)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
    '.cm-content': { caretColor: 'var(--ink)', padding: 'var(--space-2) 0' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)' },
    '.cm-gutters': { backgroundColor: 'var(--sheet)', color: 'var(--ink-3)', border: 'none' },
    '.cm-lineNumbers .cm-gutterElement': {
      padding: '0 var(--space-2) 0 var(--space-1)',
      minWidth: '2.25rem',
    },
    '.cm-gutter-lint': { width: '0.875rem' },
    '.cm-lint-marker': {
      width: '0.5rem',
      height: '0.5rem',
      borderRadius: '50%',
      content: '""',
      margin: '0.4rem 0.2rem',
    },
    '.cm-lint-marker-error': { backgroundColor: 'var(--down-mark)' },
    '.cm-lint-marker-warning': { backgroundColor: 'var(--degraded-mark)' },
    '.cm-lint-marker-info': { backgroundColor: 'var(--unknown-mark)' },
    '.cm-lintRange': { backgroundImage: 'none', borderBottom: '2px solid transparent' },
    '.cm-lintRange-error': { backgroundImage: 'none', borderBottomColor: 'var(--down-mark)' },
    '.cm-lintRange-warning': { backgroundImage: 'none', borderBottomColor: 'var(--degraded-mark)' },
    '.cm-lintRange-info': { backgroundImage: 'none', borderBottomColor: 'transparent' },
    '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--sunk) 60%, transparent)' },
    '.cm-activeLineGutter': { backgroundColor: 'var(--sunk)', color: 'var(--ink)' },
    '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
      backgroundColor: 'color-mix(in srgb, var(--focus) 26%, transparent)',
    },
    '.cm-shown': { backgroundColor: 'color-mix(in srgb, var(--focus) 14%, transparent)' },
    '.cm-tooltip': {
      backgroundColor: 'var(--sheet)',
      color: 'var(--ink)',
      border: 'none',
      borderRadius: 'var(--radius-sm)',
      boxShadow: 'var(--shadow-high)',
      fontFamily: 'var(--font)',
      fontSize: 'var(--text-sm)',
      maxWidth: '34rem',
    },
    '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16rem' },
    '.cm-tooltip-autocomplete > ul > li': { padding: '0.15rem var(--space-2)' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--ink)',
      color: 'var(--on-ink)',
    },
    '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal', marginLeft: 'var(--space-3)' },
    'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
    '.cm-completionIcon': { display: 'none' },
    '.cm-diagnostic': {
      borderLeft: 'none',
      padding: 'var(--space-2) var(--space-3)',
      whiteSpace: 'pre-wrap',
    },
    '.cm-panels': { backgroundColor: 'var(--sunk)', color: 'var(--ink)', borderTop: '1px solid var(--line)' },
    '.cm-panel input, .cm-panel button': { fontFamily: 'var(--font)', fontSize: 'var(--text-sm)' },
    '.cm-placeholder': { color: 'var(--ink-3)' },
  }),
];
