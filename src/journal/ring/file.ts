import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { RingPort } from './port.ts';

/** A file on disk; it has holes where nothing was written yet. Made where there is none, unless it is only read. */
export function openRingFile(path: string, { readOnly = false } = {}): RingPort {
  const fd = readOnly ? openSync(path, 'r') : openForWriting(path);
  return {
    read(offset, length) {
      const bytes = new Uint8Array(length);
      let got = 0;
      while (got < length) {
        const more = readSync(fd, bytes, got, length - got, offset + got);
        if (more === 0) break;
        got += more;
      }
      return bytes.subarray(0, got);
    },
    write(offset, bytes) {
      let done = 0;
      while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, offset + done);
    },
    resize: size => ftruncateSync(fd, size),
    close: () => closeSync(fd),
  };
}

function openForWriting(path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return openSync(path, 'wx+', 0o600);
  }
}
