import type { Readable } from 'node:stream';

/** Longest line that is taken, bytes: the list of routes of a large gateway fits many times. */
const longestLine = 64 << 20;

/**
 * Calls `onLine` for each line of a stream. `limit` (bytes): a longer one ends the stream by an error, so that no peer
 * can fill our memory.
 */
export function readLines(stream: Readable, onLine: (line: string) => void, limit = longestLine): void {
  /** Of the line that goes on: joined once, however many parts it comes in. */
  let rest: string[] = [];
  let length = 0;
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => {
    const [first = '', ...more] = part.split('\n');
    rest.push(first);
    length += first.length;
    for (const next of more) {
      const line = rest.join('');
      rest = [next];
      length = next.length;
      if (line !== '') onLine(line);
    }
    if (length > limit) stream.destroy(new Error(`a line of more than ${limit} bytes`));
  });
}
