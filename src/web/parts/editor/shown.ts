import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

const show = StateEffect.define<{ readonly from: number; readonly to: number } | undefined>();

/** The lines that were asked for last, until something is written. */
export const shownLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { effects, docChanged, state }) {
    const asked = effects.find(effect => effect.is(show));
    if (!asked) return docChanged ? Decoration.none : shown;
    if (!asked.value) return Decoration.none;
    const { from, to } = asked.value;
    const lines = [];
    for (let at = from; at <= to; at++)
      lines.push(Decoration.line({ class: 'cm-shown' }).range(state.doc.line(at).from));
    return Decoration.set(lines);
  },
  provide: field => EditorView.decorations.from(field),
});

export function showLines(view: EditorView, line: number, endLine = line): void {
  const { doc } = view.state;
  const from = Math.min(Math.max(1, line), doc.lines);
  const to = Math.min(Math.max(from, endLine), doc.lines);
  const anchor = doc.line(from).from;
  view.dispatch({
    selection: { anchor },
    effects: [show.of({ from, to }), EditorView.scrollIntoView(anchor, { y: 'center' })],
  });
  view.focus();
}
