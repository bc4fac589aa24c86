import { Writable } from 'node:stream';
import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { coloursFor } from './colour.ts';
import { printDiagnostics } from './diagnostics.ts';
import { LiveBlock } from './live-block.ts';
import { printWideTable } from './wide-table.ts';
import { wrap } from './wrap.ts';

function sink(columns: number, isTTY = true) {
  const texts: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      texts.push(String(chunk));
      done();
    },
  });
  return Object.assign(stream, { isTTY, columns, texts });
}

/** What a terminal of ten rows shows after these writes: enough of ECMA-48 for our block. */
function screen(texts: readonly string[]): readonly string[] {
  const rows: string[] = [];
  let row = 0;
  const sequences = /⎋\[(\d*)A\r|⎋\[K|⎋\[J|⎋\[\?25[lh]|\n|([^⎋\n]+)/gu;
  for (const [all, up, text] of texts.join('').replaceAll('\u001b', '⎋').matchAll(sequences)) {
    if (up !== undefined) row -= Number(up);
    else if (text !== undefined) rows[row] = text;
    else if (all === '\n') row += 1;
    else if (all === '⎋[J') rows.length = Math.min(rows.length, row);
  }
  return rows;
}

describe('LiveBlock', () => {
  it('redraws in place and lets printed lines scroll above', () => {
    const out = sink(40);
    const block = new LiveBlock(out);
    block.draw(['a 10 %', 'b 20 %', 'c 30 %']);
    block.print('first verdict');
    block.draw(['a 50 %', 'b 60 %']);
    expect(screen(out.texts)).toEqual(['first verdict', 'a 50 %', 'b 60 %']);
    block.end();
    expect(screen(out.texts)).toEqual(['first verdict']);
  });

  it('never lets a line wrap: the block would drift', () => {
    const out = sink(10);
    new LiveBlock(out).draw(['1234567890', '12345678901']);
    expect(screen(out.texts)).toEqual(['1234567890', '123456789…']);
  });
});

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap('ISP1 is back  after 3 s', 10)).toEqual(['ISP1 is', 'back after', '3 s']);
    expect(wrap('unbreakable-word x', 5)).toEqual(['unbreakable-word', 'x']);
  });
});

describe('printWideTable', () => {
  it('keeps figures whole and lets titles and sentences go on below', () => {
    const rows = [['ISP1 unplug', '197 ms', 'the cable was pulled and the other one took over']];
    expect(printWideTable(['fault', 'paper: served again', 'why'], rows, 50)).toBe(
      [
        'fault        paper:  why',
        '             served',
        '             again',
        'ISP1 unplug  197 ms  the cable was pulled and the',
        '                     other one took over',
        '',
      ].join('\n'),
    );
  });
});

describe('coloursFor', () => {
  it('leaves text alone where nobody sees colours', () => {
    expect(coloursFor(sink(80, false)).red('x')).toBe('x');
  });
});

describe('printDiagnostics', () => {
  it('a hundred and one findings of a kind → a hundred, and how many more there are', () => {
    const start = { offset: 0, line: 1, column: 1 };
    const one = {
      id: 'rsc/a',
      severity: 'error',
      what: 'It.',
      span: { file: 'x', start, end: start },
    } as const;
    const text = printDiagnostics(
      [...Array(101).fill(one), { ...one, id: 'rsc/b' }],
      new Map(),
      picocolors.createColors(false),
    );
    expect(text.match(/rsc\/a/g)).toHaveLength(101);
    expect(text).toContain('… and 1 more of rsc/a');
    expect(text).not.toContain('more of rsc/b');
  });

  it('shows place, sentence, the line with its place underlined, why and what to do', () => {
    const at = (column: number) => ({ offset: 0, line: 2, column });
    const text = printDiagnostics(
      [
        {
          id: 'rsc/unknown-property',
          severity: 'error',
          what: "'pric' is not a property.",
          why: 'It has no effect.',
          do: 'Write price.',
          span: { file: 'a.rsc', start: at(6), end: at(10) },
          notes: [{ text: 'the other', span: { file: 'a.rsc', start: at(1), end: at(2) } }],
        },
      ],
      new Map([['a.rsc', '/x\n\tadd pric=1\n']]),
      picocolors.createColors(false),
    );
    expect(text).toBe(
      [
        "a.rsc:2:6 error rsc/unknown-property  'pric' is not a property.",
        ' 2 | \tadd pric=1',
        '   | \t    ~~~~',
        '  why: It has no effect.',
        '  do:  Write price.',
        '  note: a.rsc:2:1 the other',
        '',
      ].join('\n'),
    );
  });
});
