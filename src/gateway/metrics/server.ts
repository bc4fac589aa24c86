import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { EnvironmentError, environmentTrouble } from '../../sys/index.ts';

/** Where figures are given. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

export const defaultMetricsAddress: MetricsAddress = { host: '127.0.0.1', port: 9469 };

/** Gives figures to whoever asks on its address. */
export interface MetricsServer {
  readonly address: MetricsAddress;
  /** From now on this is asked for the text; before that the answer is 503. */
  serve(text: () => Promise<string>, type: string): void;
  close(): Promise<void>;
}

/** A scraper or two, and somebody with a browser. */
const mostConnections = 16;
const patienceMs = 5000;

/** Listens. Throws EnvironmentError where the address is taken or none of ours. */
export async function openMetricsServer(asked: MetricsAddress): Promise<MetricsServer> {
  // Loaded when it is asked for: Node takes 10 ms for it, and a gateway starts without.
  const { createServer } = process.getBuiltinModule('node:http');
  let source: Source | undefined;
  const options = {
    maxHeaderSize: 8192,
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    keepAliveTimeout: patienceMs,
    connectionsCheckingInterval: 1000,
  };
  const server = createServer(options, (request, response) => void reply(request, response, asked, source));
  server.maxConnections = mostConnections;
  const address = await listening(server, asked);
  // The gateway lives as long as it is wanted, not as long as somebody reads its figures.
  server.unref();
  return {
    address,
    serve(text, type) {
      source = { text, type };
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Source {
  readonly text: () => Promise<string>;
  readonly type: string;
}

function listening(server: Server, { host, port }: MetricsAddress): Promise<MetricsAddress> {
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(notListening(error, host, port)));
    server.listen(port, host, () => {
      const found = server.address();
      resolve({ host, port: typeof found === 'object' && found ? found.port : port });
    });
  });
}

const notListening = (cause: Error, host: string, port: number): EnvironmentError =>
  new EnvironmentError(
    'COMMAND_FAILED',
    {
      en: `The figures cannot be given on ${host}:${port}: ${cause.message}.`,
      id: `Angka-angka tidak dapat diberikan di ${host}:${port}: ${cause.message}.`,
    },
    {
      en: 'Choose another address with --metrics ADDRESS:PORT, or stop what listens there (ss -ltnp).',
      id: 'Pilih alamat lain dengan --metrics ALAMAT:PORT, atau hentikan yang mendengarkan di sana (ss -ltnp).',
    },
    { cause },
  );

const plain = 'text/plain; charset=utf-8';

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  asked: MetricsAddress,
  source: Source | undefined,
): Promise<void> {
  const refusal = refusalOf(request, asked);
  if (refusal) return end(response, refusal.status, plain, `${refusal.what}\n`);
  if (!source) return end(response, 503, plain, 'The gateway is starting.\n');
  try {
    end(response, 200, source.type, await source.text());
  } catch (error) {
    const trouble = environmentTrouble(error);
    if (!trouble) throw error;
    end(response, 500, plain, `${trouble.what}\n`);
  }
}

function end(response: ServerResponse, status: number, type: string, text: string): void {
  const isBad = status >= 400;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    // What is not understood is not waited for.
    ...(isBad && { Connection: 'close' }),
  });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}

interface Refusal {
  readonly status: number;
  readonly what: string;
}

/** Why a request is not answered. Only GET and HEAD of one page, without a body, under a name that is ours. */
export function refusalOf(
  { method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  asked: MetricsAddress,
): Refusal | undefined {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, what: 'Only GET and HEAD are answered.' };
  if (Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined)
    return { status: 413, what: 'A request has no body here.' };
  if (!isOurName(headers.host, asked))
    return { status: 421, what: 'Ask by the address that was given with --metrics, or as localhost.' };
  if ((url ?? '').split('?')[0] !== '/metrics') return { status: 404, what: 'The figures are at /metrics.' };
  return undefined;
}

/**
 * A page in a browser may have its own name lead to us (DNS rebinding): only addresses, localhost and what was given are
 * names of ours.
 */
function isOurName(host: string | undefined, { host: given }: MetricsAddress): boolean {
  if (host === undefined) return false;
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return name === 'localhost' || name === given.toLowerCase() || isIP(name) !== 0;
}
