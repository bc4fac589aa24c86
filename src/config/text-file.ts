import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { FileFault } from '../files/index.ts';
import type { Said } from '../text/index.ts';
import { saveMemoryFor } from './memory.ts';

/** A text file whose bytes can be restored: not all RouterOS text is UTF-8. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1' | 'utf16le' | 'utf16be';
  /** Its lines end in carriage returns alone, as on old Macs; in `text` they end in newlines. */
  readonly isOldMac: boolean;
}

/** A text in the letters and line ends of the file that it was read from. */
export function bytesOf(
  text: string,
  { encoding, isOldMac }: Pick<TextFile, 'encoding' | 'isOldMac'>,
): Buffer {
  const written = isOldMac ? text.replaceAll('\n', '\r') : text;
  return encoding === 'utf16be' ? Buffer.from(written, 'utf16le').swap16() : Buffer.from(written, encoding);
}

/** What the user writes for standard input, and how it is called in messages. */
const standardInput = { word: '-', file: 'standard-input' } as const;

/** How long a pipe is waited for that gives no byte, in ms. */
export interface Patience {
  /** Nobody has opened it to write. */
  readonly alone: number;
  /** Somebody has, and is silent: `<(ssh router /export)` takes its time. */
  readonly silent: number;
}

const usual: Patience = { alone: 5000, silent: 60_000 };

/**
 * Reads a file, a pipe or (`-`) standard input as UTF-8, UTF-16, else as Latin-1. Throws what the file system says
 * (`ENOENT`, `EACCES`, `EISDIR`), and an Error that says what a file is that is no text.
 */
export function readTextFile(path: string, patience: Patience = usual): TextFile {
  const file = path === standardInput.word ? standardInput.file : path;
  const bytes = path === standardInput.word ? readAll(0, patience) : readPath(path, patience);
  const kind = signatures.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
  if (kind) throw new FileFault(kind.what);
  saveMemoryFor(bytes.length);
  return { file, ...decode(bytes) };
}

/** First bytes of what people name by mistake, and what it is. */
const signatures: readonly { readonly begins: Buffer; readonly what: Said }[] = [
  ...['88aca1b1', 'efa89172'].map(hex => ({
    begins: Buffer.from(hex, 'hex'),
    what: {
      en: 'it is a binary backup (/system backup save), which only a router can read. On the router: /export file=office, then name office.rsc.',
      id: 'itu backup biner (/system backup save), yang hanya bisa dibaca router. Di router: /export file=office, lalu sebutkan office.rsc.',
    },
  })),
  {
    begins: Buffer.from('%PDF'),
    what: { en: 'it is a PDF: copy its text into a file.', id: 'itu PDF: salin teksnya ke sebuah file.' },
  },
  {
    begins: Buffer.from('PK\x03\x04'),
    what: {
      en: 'it is a ZIP archive: unpack it, then name the .rsc file in it.',
      id: 'itu arsip ZIP: buka dulu, lalu sebutkan file .rsc di dalamnya.',
    },
  },
  {
    begins: Buffer.from('1f8b', 'hex'),
    what: { en: 'it is compressed (gzip): unpack it first.', id: 'itu terkompresi (gzip): buka dulu.' },
  },
];

function decode(bytes: Buffer): Omit<TextFile, 'file'> {
  const { text, encoding } = decodeLetters(bytes);
  // Lines that end as on old Macs; beside others a carriage return is a blank.
  const isOldMac = text.includes('\r') && !text.includes('\n');
  return { text: isOldMac ? text.replaceAll('\r', '\n') : text, encoding, isOldMac };
}

function decodeLetters(bytes: Buffer): Pick<TextFile, 'text' | 'encoding'> {
  const order = byteOrder(bytes);
  if (order) return decodeWide(bytes, order);
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1';
  return { text: bytes.toString(encoding), encoding };
}

/** UTF-16, as PowerShell's `>` writes it. */
function decodeWide(bytes: Buffer, order: 'little' | 'big'): Pick<TextFile, 'text' | 'encoding'> {
  const even = bytes.subarray(0, bytes.length & ~1);
  const isLittle = order === 'little';
  return {
    text: (isLittle ? even : Buffer.from(even).swap16()).toString('utf16le'),
    encoding: isLittle ? 'utf16le' : 'utf16be',
  };
}

/** By its mark; without one by its zeros, which half of the bytes are where nearly all letters are English. */
function byteOrder(bytes: Buffer): 'little' | 'big' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'little';
  if (first === 0xfe && second === 0xff) return 'big';
  const some = bytes.subarray(0, 4096);
  const zeros = { even: 0, odd: 0 };
  for (const [at, byte] of some.entries()) if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1;
  const most = some.length * 0.4;
  if (zeros.odd > most && zeros.even < some.length / 100) return 'little';
  return zeros.even > most && zeros.odd < some.length / 100 ? 'big' : undefined;
}

/** Without blocking: opening a pipe that nobody writes to would wait for ever. */
function readPath(path: string, patience: Patience): Buffer {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(fd);
    if (stat.isCharacterDevice() || stat.isBlockDevice())
      throw new FileFault({ en: 'it is a device, not a file.', id: 'itu device, bukan file.' });
    return readAll(fd, patience, stat.isFIFO());
  } finally {
    closeSync(fd);
  }
}

/**
 * Longest text, in bytes. An export of a large router has some MB; reading takes up to 40 times the text, so that more
 * than this would not fit the 4 GB that Node gives a program.
 */
const most = 64 * 1024 * 1024;

/** All bytes. A pipe without a writer yet reads as if it had ended, so its first byte is waited for. */
function readAll(fd: number, { alone, silent }: Patience, isPipe = false): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (let waited = 0; ; ) {
    const part = readSome(fd);
    if (part && part.length > 0) {
      length += part.length;
      if (length > most)
        throw new FileFault({
          en: 'it is longer than 64 MiB, the most that is read.',
          id: 'lebih panjang dari 64 MiB, batas yang dibaca.',
        });
      // A slow writer sends few bytes at a time: each part has room for itself only.
      parts.push(part.length < part.buffer.byteLength / 2 ? Buffer.from(part) : part);
      waited = 0;
    } else if (part && (!isPipe || parts.length > 0)) {
      return Buffer.concat(parts);
    } else {
      const longest = part ? alone : silent;
      if (waited >= longest)
        throw new FileFault({
          en: `nothing was written to it for ${longest / 1000} seconds.`,
          id: `tidak ada yang ditulis ke situ selama ${longest / 1000} detik.`,
        });
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
