import type { Readable } from 'node:stream';

/** Longest line that is taken, bytes: the list of routes of a large gateway fits many times. */
const longestLine = 64 << 20;

/**
 * Calls `onLine` for each line of a stream. `limit` (bytes): a longer one ends the stream by an error, so that no peer
 * can fill our memory.
 */
export function readLines(stream: Readable, onLine: (line: string) => void, limit = longestLine): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
    if (rest.length > limit) stream.destroy(new Error(`a line of more than ${limit} bytes`));
  });
}
