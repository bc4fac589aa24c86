import type { Daemon, DaemonTrouble } from '../daemon/index.ts';
import { ApiProblem } from '../problem.ts';
import { StreamClient } from './client.ts';
import { eventView, type Message, ratesView } from './views.ts';

/** What a client heard last: `RUN-SEQ`, as the id of an event has it. */
export interface HeardLast {
  readonly run: string;
  readonly seq: number;
}

/** So many listeners there may be. */
const mostListeners = 500;
/** Nothing for so long, and proxies think that nobody is there. */
const beatMs = 15_000;
/** Changes of state come in heaps: one new status for all of a heap. */
const settleMs = 250;

const frame = ({ event, data }: Message, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** `RUN-SEQ`; undefined: it is none. */
export function heardLast(id: string | undefined): HeardLast | undefined {
  const [, run, seq] = /^([\w.:-]{1,64})-(\d{1,15})$/.exec(id ?? '') ?? [];
  return run === undefined ? undefined : { run, seq: Number(seq) };
}

/** Tells everybody who listens what the gateway says: one connection to it, whatever their number. */
export class StreamHub {
  readonly #daemon: Daemon;
  readonly #status: () => Promise<Message>;
  readonly #now: () => number;
  readonly #clients = new Set<StreamClient>();
  readonly #unlisten: () => void;
  readonly #beat: NodeJS.Timeout;
  #soon: NodeJS.Timeout | undefined;

  /** `status`: how it all is now. */
  constructor(daemon: Daemon, status: () => Promise<Message>, now: () => number) {
    this.#daemon = daemon;
    this.#status = status;
    this.#now = now;
    this.#unlisten = daemon.listen({
      event: (recorded, run) => {
        this.#tell(frame({ event: 'event', data: eventView(recorded) }, `${run}-${recorded.seq}`));
        if (telling.has(recorded.event.type)) this.#statusSoon();
      },
      rates: rates => this.#tell(frame({ event: 'rates', data: ratesView(rates) })),
      gap: () => this.#tell(frame({ event: 'gap', data: { at: this.#at() } })),
      offline: why => this.#tell(this.#offline(why)),
      online: () => {
        this.#tell(frame({ event: 'online', data: { at: this.#at() } }));
        this.#statusSoon();
      },
    });
    this.#beat = setInterval(() => this.#tell(': still here\n\n'), beatMs);
    this.#beat.unref();
  }

  get listeners(): number {
    return this.#clients.size;
  }

  /** A stream for somebody who heard that much; throws ApiProblem where there are too many. */
  open(heard: HeardLast | undefined): ReadableStream<Uint8Array> {
    if (this.#clients.size >= mostListeners)
      throw new ApiProblem(
        503,
        'web/too-many',
        `${mostListeners} streams are open already.`,
        'Close others first.',
        {
          retryAfterSeconds: 30,
        },
      );
    const client: StreamClient = new StreamClient(() => this.#clients.delete(client));
    this.#clients.add(client);
    client.send(`retry: 1000\n\n`);
    for (const text of this.#missed(heard)) client.send(text);
    const { trouble } = this.#daemon;
    if (trouble) client.send(this.#offline(trouble));
    else
      void this.#status().then(
        message => client.send(frame(message)),
        () => {},
      );
    return client.body;
  }

  close(): void {
    this.#unlisten();
    clearInterval(this.#beat);
    clearTimeout(this.#soon);
    for (const client of [...this.#clients]) client.end();
  }

  #missed(heard: HeardLast | undefined): readonly string[] {
    if (!heard) return [];
    const events = this.#daemon.since(heard.run, heard.seq);
    if (!events) return [frame({ event: 'gap', data: { at: this.#at() } })];
    return events.map(one => frame({ event: 'event', data: eventView(one) }, `${heard.run}-${one.seq}`));
  }

  #statusSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      if (this.#clients.size > 0)
        void this.#status().then(
          message => this.#tell(frame(message)),
          () => {},
        );
    }, settleMs);
    this.#soon.unref();
  }

  #offline({ what, do: next }: DaemonTrouble): string {
    return frame({ event: 'offline', data: { at: this.#at(), detail: what, do: next } });
  }

  #tell(text: string): void {
    for (const client of [...this.#clients]) client.send(text);
  }

  #at(): string {
    return new Date(this.#now()).toISOString();
  }
}

/** Events after which the state may be another one. */
const telling: ReadonlySet<string> = new Set([
  'ready',
  'line',
  'link',
  'lease',
  'problem',
  'cleared',
  'routes-changed',
  'config',
  'host',
  'check',
]);
