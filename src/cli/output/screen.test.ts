import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { openScreen } from './screen.ts';

function terminal(columns: number, rows: number) {
  const writes: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      writes.push(String(chunk));
      done();
    },
  });
  return { sink: Object.assign(sink, { columns, rows, isTTY: true }), writes };
}

it('a picture → one write from the top, cut to the terminal, what is left below erased', () => {
  const { sink, writes } = terminal(5, 2);
  const screen = openScreen(sink);
  screen.draw(['abcdefgh', 'b', 'c']);
  expect(writes).toEqual(['\u001b[?1049h\u001b[?25l', '\u001b[Habcd…\u001b[K\r\nb\u001b[K\u001b[J']);
});

it('controls in a text → shown, not sent', () => {
  const { sink, writes } = terminal(80, 24);
  openScreen(sink).draw(['a\u001b[2Jb']);
  expect(writes[1]).not.toContain('\u001b[2J');
});

it('the end → the terminal as it was, once, and nothing more is drawn', () => {
  const { sink, writes } = terminal(80, 24);
  const screen = openScreen(sink);
  screen.end();
  screen.end();
  screen.draw(['late']);
  expect(writes.slice(1)).toEqual(['\u001b[?25h\u001b[?1049l']);
});
