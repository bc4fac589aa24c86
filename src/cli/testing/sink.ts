import { Writable } from 'node:stream';

/** A stream that keeps what was written; a terminal where asked for. */
export function sink(isTTY: boolean, columns: number) {
  const texts: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      texts.push(String(chunk));
      done();
    },
  });
  return Object.assign(stream, { isTTY, columns, text: () => texts.join('') });
}
