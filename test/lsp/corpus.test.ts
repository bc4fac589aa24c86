import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../src/lsp/completion.ts';
import { hoverAt } from '../../src/lsp/hover/hover.ts';
import { inlayHints } from '../../src/lsp/inlay.ts';
import { nameAt, sameName } from '../../src/lsp/names/find.ts';
import type { Occurrence } from '../../src/lsp/names/occurrences.ts';
import { renamed } from '../../src/lsp/names/rename.ts';
import { OpenText } from '../../src/lsp/text/open-text.ts';
import { corpusFiles, hasCorpus } from '../rsc/corpus.ts';

const options = { language: 'en', reading: {}, addresses: {}, lint: {} } as const;
const opened = (text: string): OpenText => new OpenText({ uri: 'untitled:a', version: 1, text }, options);

/** A name that no text has; a script's would be code with a blank in it. */
const newName = ({ kind }: Occurrence): string => (kind === 'script' ? 'zz-new' : 'zz new');

function afterRenaming(text: OpenText, name: Occurrence): OpenText {
  const edits = renamed(text, name, newName(name)).toSorted((a, b) => b.start - a.start);
  return opened(
    edits.reduce(
      (now, { start, end, text: written }) => now.slice(0, start) + written + now.slice(end),
      text.text,
    ),
  );
}

/** Offsets all over a text, the same in each run. */
const places = (text: string): number[] =>
  Array.from({ length: 12 }, (_, i) => Math.floor((text.length * i) / 12));

// Skipped by name: the public configurations (../shared/corpus) have no licence and are not in this repository.
describe.skipIf(!hasCorpus)('the corpus in an editor (skipped where ../shared/corpus is absent)', () => {
  it('anything asked anywhere → an answer', { timeout: 180_000 }, () => {
    for (const { text: written } of corpusFiles()) {
      const text = opened(written);
      inlayHints(text, { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } });
      for (const offset of places(written)) {
        const { start } = text.places.rangeOf({ start: offset, end: offset });
        hoverAt(text, start);
        expect(completionsAt(text, start).isIncomplete).toBe(false);
        nameAt(text, text.places.offsetAt(start));
      }
    }
  });

  it('names → stand where they are said to stand; renamed, all of them have the new name', {
    timeout: 180_000,
  }, () => {
    let count = 0;
    for (const { text: written } of corpusFiles()) {
      const text = opened(written);
      const some = text.occurrences.filter((_, i) => i % 40 === 0);
      for (const name of some) {
        const after = afterRenaming(text, name);
        expect(sameName(after, { ...name, name: newName(name) }).length).toBe(sameName(text, name).length);
        count++;
      }
    }
    expect(count).toBeGreaterThan(100);
  });
});
