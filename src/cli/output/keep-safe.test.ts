import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { coloursFor } from './colour.ts';
import { keepSafe } from './keep-safe.ts';
import { LiveBlock } from './live-block.ts';
import { printTable } from './table.ts';

function terminal() {
  const texts: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      texts.push(String(chunk));
      done();
    },
  });
  const sink = Object.assign(stream, { isTTY: true, columns: 80, texts });
  keepSafe(sink);
  return sink;
}

it('our colours → sent; those that stand in a text, and all that would move the cursor → shown', () => {
  const sink = terminal();
  const { red, bold } = coloursFor(sink);
  sink.write(`${red(`a${bold('b')}\u001b[31m`)} \u001b[2A\u001b[J\r\u001b]0;x\u0007\u009b1m\u202e\n`);
  expect(sink.texts.join('')).toBe(
    '\u001b[31ma\u001b[1mb\u001b[22m\u241b[31m\u001b[39m \u241b[2A\u241b[J\u240d\u241b]0;x\u2407\ufffd1m\ufffd\n',
  );
});

it('a colour inside of the same colour → goes on behind it', () => {
  const sink = terminal();
  const { red } = coloursFor(sink);
  sink.write(red(`a${red('b')}c`));
  expect(sink.texts.join('')).toBe('\u001b[31ma\u001b[31mb\u001b[39m\u001b[31mc\u001b[39m');
});

it('a live block → moves the cursor itself, its lines do not', () => {
  const sink = terminal();
  const block = new LiveBlock(sink);
  block.draw(['ISP\u001b[5A']);
  block.end();
  expect(sink.texts.join('')).toBe('\u001b[?25lISP\u241b[5A\u001b[K\n\u001b[J\u001b[1A\r\u001b[J\u001b[?25h');
});

it('coloured cells → as wide as what is seen of them', () => {
  const { red } = coloursFor(terminal());
  const table = printTable(
    [{ title: 'a' }, { title: 'b' }],
    [
      [red('no'), '1'],
      ['yes', '2'],
    ],
  );
  expect(table.split('\n')[1]).toMatch(/^.*no.{0,40} {3}1$/);
});
