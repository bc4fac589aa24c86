import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isStill } from './etag.ts';
import { contentPolicy } from './guard/index.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

interface Page {
  readonly bytes: Buffer;
  /** The same compressed; undefined where that saves nothing. */
  readonly gzip: () => Buffer | undefined;
  readonly type: string;
  readonly etag: string;
  /** Its name changes with what is in it. */
  readonly isForever: boolean;
}

/** Where the built page writes the number of each answer, for styles that are made at run time. */
const noncePlace = '__CSP_NONCE__';

/** The built pages. All of them are read at the start, so that no request names a file. */
export class Pages {
  readonly #pages = new Map<string, Page>();

  constructor(folder: string) {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, name);
      if (statSync(file).isFile())
        this.#pages.set(`/${relative(folder, file).split(sep).join('/')}`, pageOf(file, name));
    }
  }

  get isThere(): boolean {
    return this.#pages.has('/index.html');
  }

  /** Undefined: there is no such page. Places within the page (`/routes`) are the page itself. */
  answer(path: string, header: (name: string) => string | undefined): Response | undefined {
    const found = this.#pages.get(path);
    if (found && path !== '/index.html') return fileAnswer(found, header);
    const isPlace = extname(path) === '' || path === '/index.html';
    const index = isPlace ? this.#pages.get('/index.html') : undefined;
    return index && indexAnswer(index);
  }
}

/** Fonts and pictures are compressed already. */
const packable = /\.(?:js|css|svg)$/;
/** What fits into one packet is not there sooner for being smaller. */
const oneSegment = 1400;

/** Asked for by the first browser, kept for the others. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function pageOf(file: string, name: string): Page {
  const bytes = readFileSync(file);
  return {
    bytes,
    gzip: once(() => (packable.test(name) && bytes.length > oneSegment ? gzipSync(bytes) : undefined)),
    type: types[extname(name)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isForever: /(?:^|[\\/])assets[\\/].*-[\w-]{8,}\.\w+$/.test(name),
  };
}

function fileAnswer(
  { bytes, gzip, type, etag, isForever }: Page,
  header: (name: string) => string | undefined,
): Response {
  const headers = {
    ...{ etag, 'content-type': type, vary: 'Accept-Encoding' },
    'cache-control': isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (isStill(etag, header('if-none-match'))) return new Response(null, { status: 304, headers });
  const packed = /\bgzip\b/.test(header('accept-encoding') ?? '') ? gzip() : undefined;
  return new Response(new Uint8Array(packed ?? bytes), {
    headers: { ...headers, ...(packed && { 'content-encoding': 'gzip' }) },
  });
}

function indexAnswer({ bytes, type }: Page): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(bytes.toString('utf8').replaceAll(noncePlace, nonce), {
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy': contentPolicy(nonce),
    },
  });
}
