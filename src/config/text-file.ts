import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** A text file whose bytes can be restored: not all RouterOS text is UTF-8. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1' | 'utf16le';
}

/** What the user writes for standard input, and how it is called in messages. */
const standardInput = { word: '-', file: 'standard-input' } as const;

/**
 * Reads a file, a pipe or (`-`) standard input as UTF-8, UTF-16 with its mark, else as Latin-1. Throws what the file
 * system says (`ENOENT`, `EACCES`, `EISDIR`), and an Error that says what a file is that is no text.
 * `silentMs`: ms without a byte after which a pipe is given up, as nobody may be at its other end.
 */
export function readTextFile(path: string, silentMs = 10_000): TextFile {
  const file = path === standardInput.word ? standardInput.file : path;
  const bytes = path === standardInput.word ? readAll(0, silentMs) : readPath(path, silentMs);
  const kind = signatures.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
  if (kind) throw new Error(kind.what);
  return { file, ...decode(bytes) };
}

/** First bytes of what people name by mistake, and what it is. */
const signatures: readonly { readonly begins: Buffer; readonly what: string }[] = [
  ...['88aca1b1', 'efa89172'].map(hex => ({
    begins: Buffer.from(hex, 'hex'),
    what: 'it is a binary backup (/system backup save), which only a router can read. On the router: /export file=office, then name office.rsc.',
  })),
  { begins: Buffer.from('%PDF'), what: 'it is a PDF: copy its text into a file.' },
  {
    begins: Buffer.from('PK\x03\x04'),
    what: 'it is a ZIP archive: unpack it, then name the .rsc file in it.',
  },
  { begins: Buffer.from('1f8b', 'hex'), what: 'it is compressed (gzip): unpack it first.' },
];

function decode(bytes: Buffer): Pick<TextFile, 'text' | 'encoding'> {
  const wide = decodeWide(bytes);
  if (wide !== undefined) return { text: wide, encoding: 'utf16le' };
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes)
    ? { text, encoding: 'utf8' }
    : { text: bytes.toString('latin1'), encoding: 'latin1' };
}

/** UTF-16 with its byte order mark, as PowerShell's `>` writes it; big endian is written back as little endian. */
function decodeWide(bytes: Buffer): string | undefined {
  const even = bytes.subarray(0, bytes.length & ~1);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return even.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(even).swap16().toString('utf16le');
  return undefined;
}

/** Without blocking: opening a pipe that nobody writes to would wait for ever. */
function readPath(path: string, silentMs: number): Buffer {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(fd);
    if (stat.isCharacterDevice() || stat.isBlockDevice()) throw new Error('it is a device, not a file.');
    return readAll(fd, silentMs, stat.isFIFO());
  } finally {
    closeSync(fd);
  }
}

/**
 * Longest text, in bytes. An export of a large router has some MB; reading takes up to 40 times the text, so that more
 * than this would not fit the 4 GB that Node gives a program.
 */
const longest = 64 * 1024 * 1024;

/** All bytes. A pipe without a writer yet reads as if it had ended, so its first byte is waited for. */
function readAll(fd: number, silentMs: number, isPipe = false): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (let waited = 0; ; ) {
    const part = readSome(fd);
    if (part && part.length > 0) {
      length += part.length;
      if (length > longest) throw new Error('it is longer than 64 MiB, the most that is read.');
      // A slow writer sends few bytes at a time: each part has room for itself only.
      parts.push(part.length < part.buffer.byteLength / 2 ? Buffer.from(part) : part);
      waited = 0;
    } else if (part && (!isPipe || parts.length > 0)) {
      return Buffer.concat(parts);
    } else {
      if (waited >= silentMs) throw new Error(`nothing was written to it for ${silentMs / 1000} seconds.`);
      waited += pause();
    }
  }
}

/** What is there; empty at the end, undefined where nothing has come yet. */
function readSome(fd: number): Buffer | undefined {
  const buffer = Buffer.allocUnsafe(1 << 16);
  try {
    return buffer.subarray(0, readSync(fd, buffer));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined;
    throw error;
  }
}

const step = 20;
const clock = new Int32Array(new SharedArrayBuffer(4));

function pause(): number {
  Atomics.wait(clock, 0, 0, step);
  return step;
}
