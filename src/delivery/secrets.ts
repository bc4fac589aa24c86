import { closeSync, openSync, readSync } from 'node:fs';
import { fileTrouble } from '../files/index.ts';
import type { Secret } from '../notify/index.ts';

/** A secret cannot be had: said without it. */
export class NoSecret extends Error {}

const longest = 16_384;

/** Reads secrets when they are needed, and takes them out of what is said afterwards. */
export interface Secrets {
  /** Throws NoSecret. */
  read(secret: Secret): string;
  /** A value that may be one. */
  value(value: string | Secret): string;
  /** A text without any that was read. */
  without(text: string): string;
}

export function secretReader(): Secrets {
  const known = new Set<string>();
  const read = (secret: Secret): string => {
    const found = 'file' in secret ? ofFile(secret.file) : ofEnvironment(secret.env);
    known.add(found);
    return found;
  };
  return {
    read,
    value: value => (typeof value === 'string' ? value : read(value)),
    without: text =>
      [...known]
        .filter(secret => secret.length >= 4)
        .sort((a, b) => b.length - a.length)
        .reduce(
          (left, secret) => forms(secret).reduce((now, form) => now.replaceAll(form, '***'), left),
          text,
        ),
  };
}

/** As it stands, and as it stands in a URL. */
const forms = (secret: string): readonly string[] => [...new Set([secret, encodeURIComponent(secret)])];

/** The first line of a file. Never more of it than a secret can be: it may be a device, or very long. */
function ofFile(path: string): string {
  const bytes = Buffer.alloc(longest);
  let length = 0;
  try {
    const fd = openSync(path, 'r');
    try {
      length = readSync(fd, bytes, 0, longest, 0);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    throw new NoSecret(`the secret in ${path} cannot be read: ${fileTrouble(error)}`);
  }
  const [line = ''] = bytes.toString('utf8', 0, length).split(/\r?\n/);
  return checked(line.trim(), `the first line of ${path}`);
}

const ofEnvironment = (name: string): string =>
  checked(process.env[name]?.trim() ?? '', `the variable ${name}`);

function checked(text: string, where: string): string {
  if (text === '') throw new NoSecret(`${where} holds no secret`);
  // What is put into a header or a URL must not end it.
  if (/\p{Cc}/u.test(text)) throw new NoSecret(`${where} holds letters that no secret has`);
  return text;
}
