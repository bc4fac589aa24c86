import type { Duplex } from 'node:stream';
import { environmentTrouble, monotonicMs } from '../../sys/index.ts';
import { readLines } from './lines.ts';
import { ofPages } from './pages.ts';
import {
  type AnsweredRequest,
  type ControlError,
  type ControlMessage,
  type ControlPeer,
  ControlRefused,
  type ControlRequest,
  type ControlTarget,
  protocolVersion,
} from './protocol.ts';

/** One client of the gateway. */
export interface ControlConnection {
  /** Resolves when the client has gone. */
  readonly closed: Promise<void>;
  /** Lets answers under way out, then hangs up. */
  end(): Promise<void>;
}

/** A request is a line of at most this many bytes: the texts that the API takes, as JSON within JSON. */
const longestRequest = 16 << 20;
/** A client that lets this many bytes wait does not read: it is cut off, for memory is the gateway's. */
const longestBacklog = 8 << 20;
/** How long a client may take to read the last lines. */
const farewellMs = 200;

export interface ConnectionOptions {
  /** It hears events from the start. */
  readonly subscribed?: boolean | undefined;
  /** It is the process of the pages. */
  readonly isWeb?: boolean | undefined;
}

/** Serves one client. Whatever it does or sends, the gateway goes on. */
export function serveConnection(
  stream: Duplex,
  target: ControlTarget,
  { subscribed = false, isWeb = false }: ConnectionOptions = {},
): ControlConnection {
  const peer: ControlPeer = { connectedAtMs: monotonicMs(), isWeb };
  const pending = new Set<Promise<void>>();
  let unsubscribe: (() => void) | undefined;
  let endRates: (() => void) | undefined;

  const send = (message: ControlMessage): void => {
    if (!stream.writable) return;
    stream.write(`${JSON.stringify({ v: protocolVersion, ...message })}\n`);
    if (stream.writableLength > longestBacklog) stream.destroy();
  };
  const subscribe = (): void => {
    unsubscribe ??= target.subscribe(recorded => send({ type: 'event', ...recorded }));
  };
  const follow = ({ id, since, rates = false, hz }: Extract<ControlRequest, { type: 'subscribe' }>): void => {
    const { standing, events } = target.resume(unsubscribe ? undefined : since);
    send({ type: 'reply', id, value: standing });
    for (const recorded of events) send({ type: 'event', ...recorded });
    subscribe();
    endRates?.();
    endRates = rates ? target.rates(message => send({ type: 'rates', ...message }), hz) : undefined;
  };
  const handle = async (line: string): Promise<void> => {
    const request = await readRequest(line);
    if ('error' in request) return send({ type: 'failed', ...request });
    if (request.type === 'subscribe') return follow(request);
    const asked = isWeb ? ofPages(request) : request;
    if ('code' in asked) return send({ type: 'failed', id: request.id, error: asked });
    send(await answer(target, asked, peer));
  };

  // Gone clients are no news: `close` follows.
  stream.on('error', () => {});
  const closed = new Promise<void>(resolve => {
    stream.once('close', () => {
      unsubscribe?.();
      endRates?.();
      resolve();
    });
  });
  send({ type: 'hello', pid: process.pid });
  if (subscribed) subscribe();
  readLines(
    stream,
    line => {
      const work = handle(line).finally(() => pending.delete(work));
      pending.add(work);
    },
    longestRequest,
  );
  return {
    closed,
    async end() {
      const late = new Promise<void>(resolve => setTimeout(resolve, farewellMs).unref());
      await Promise.race([Promise.allSettled(pending), late]);
      stream.end();
      await Promise.race([closed, late]);
      stream.destroy();
    },
  };
}

async function answer(
  target: ControlTarget,
  request: AnsweredRequest,
  peer: ControlPeer,
): Promise<ControlMessage> {
  try {
    return { type: 'reply', id: request.id, value: await target.answer(request, peer) };
  } catch (error) {
    if (error instanceof ControlRefused) return { type: 'failed', id: request.id, error: error.error };
    const trouble = environmentTrouble(error);
    if (!trouble) throw error;
    return { type: 'failed', id: request.id, error: { code: 'control/failed', ...trouble } };
  }
}

type Unreadable = { readonly id: number; readonly error: ControlError };

/** The schema is loaded with the first request: the start of a gateway does not wait for it. */
async function readRequest(line: string): Promise<ControlRequest | Unreadable> {
  const { requestSchema, requestTypes } = await import('./schema.ts');
  const said = parseJson(line);
  const { success, data, error } = requestSchema.safeParse(said);
  if (success) return data;
  const { v, id } = (typeof said === 'object' && said !== null ? said : {}) as { v?: unknown; id?: unknown };
  const number = typeof id === 'number' ? id : -1;
  if (v !== undefined && v !== protocolVersion) return { id: number, error: wrongVersion(v) };
  const [issue] = error.issues;
  return {
    id: number,
    error: badRequest(said === undefined ? 'it is not JSON' : `see ${place(issue?.path)}`, requestTypes),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const place = (path: readonly PropertyKey[] = []): string => path.map(String).join('.') || 'its fields';

const wrongVersion = (v: unknown): ControlError => ({
  code: 'control/version',
  what: `This gateway speaks version ${protocolVersion} of the control protocol, not ${String(v)}.`,
  do: 'Use the jalur of the version that runs.',
});

const badRequest = (why: string, known: readonly string[]): ControlError => ({
  code: 'control/bad-request',
  what: `This is no request of control protocol ${protocolVersion}: ${why}.`,
  do: `Send {"v":1,"id":NUMBER,"type":…} with one of: ${known.join(', ')}.`,
});
