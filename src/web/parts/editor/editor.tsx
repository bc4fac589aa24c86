import { autocompletion, type CompletionSource, closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import style from './editor.module.css';
import { look } from './look.ts';
import { type Marked, marksIn } from './marks.ts';
import { routerOs } from './routeros.ts';
import { showLines, shownLines } from './shown.ts';

/** What a page may ask of its editor. */
export interface EditorHandle {
  /** Scrolls to a line, shows it for a while and puts the cursor there. */
  readonly goTo: (line: number, endLine?: number) => void;
  readonly focus: () => void;
}

export interface EditorProps {
  readonly text: string;
  readonly kind: 'rsc' | 'yaml';
  /** Of the text area, for those who do not see it. */
  readonly label: string;
  readonly onChange?: ((text: string) => void) | undefined;
  readonly marks?: readonly Marked[] | undefined;
  readonly complete?: CompletionSource | undefined;
  readonly hint?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly handle?: Ref<EditorHandle> | undefined;
}

/**
 * A text that is written. It lives in a shadow root: there its styles are sheets made by script, which a page that
 * allows no style elements has no objection to.
 */
export function Editor(props: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const language = useRef(new Compartment());
  const { text, kind, marks, handle } = props;

  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const made = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [...usual(latest), language.current.of(languageOf(latest.current.kind))],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(languageOf(kind)) });
  }, [kind]);

  useEffect(() => {
    const shown = view.current;
    if (!shown || shown.state.doc.toString() === text) return;
    shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const shown = view.current;
    if (shown && marks) shown.dispatch(setDiagnostics(shown.state, marksIn(shown.state.doc, marks)));
  }, [marks]);

  useImperativeHandle(handle, () => ({
    goTo: (line, endLine) => view.current && showLines(view.current, line, endLine),
    focus: () => view.current?.focus(),
  }));

  return <div ref={place} className={style['editor']} />;
}

const languageOf = (kind: EditorProps['kind']): Extension => (kind === 'yaml' ? yaml() : routerOs());

/** Keys: Tab indents, and Escape then Tab leaves, as CodeMirror has it. */
const usual = (latest: { readonly current: EditorProps }): Extension[] => [
  lineNumbers(),
  lintGutter(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  closeBrackets(),
  shownLines,
  autocompletion({
    override: [context => latest.current.complete?.(context) ?? null],
    activateOnTyping: true,
  }),
  keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap, indentWithTab]),
  placeholder(latest.current.hint ?? ''),
  EditorState.readOnly.of(latest.current.readOnly ?? false),
  EditorView.contentAttributes.of({
    'aria-label': latest.current.label,
    tabindex: '0',
    spellcheck: 'false',
    autocorrect: 'off',
  }),
  EditorView.scrollMargins.of(() => ({ top: 40, bottom: 40 })),
  EditorView.updateListener.of(update => {
    if (update.docChanged) latest.current.onChange?.(update.state.doc.toString());
  }),
  look,
];
