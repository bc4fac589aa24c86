import { type Language, languages } from '../../text/index.ts';
import type { Daemon, DaemonTrouble } from '../daemon/index.ts';
import { ApiProblem } from '../problem.ts';
import { type HeardLast, type Listening, StreamClient } from './client.ts';
import { eventView, type Message, type Of, ratesView } from './views.ts';

/** So many listeners there may be. */
const mostListeners = 500;
/** Nothing for so long, and proxies think that nobody is there. */
const beatMs = 15_000;
/** Who was logged out or whose token was revoked hears no more after so long. */
const checkMs = 2000;
/** Changes of state come in heaps: one new status for all of a heap. */
const settleMs = 250;
/** Who missed more than this reads all anew: below what may wait for a listener. */
const longestMissed = 512 << 10;

const encoder = new TextEncoder();
const frame = ({ event, data }: Message, id?: string): Uint8Array =>
  encoder.encode(
    `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
  );

/** `RUN-SEQ`; undefined: it is none. */
export function heardLast(id: string | undefined): HeardLast | undefined {
  const [, run, seq] = /^([\w.:-]{1,64})-(\d{1,15})$/.exec(id ?? '') ?? [];
  return run === undefined ? undefined : { run, seq: Number(seq) };
}

/** Tells everybody who listens what the gateway says: one connection to it, whatever their number. */
export class StreamHub {
  readonly #daemon: Daemon;
  readonly #status: (language: Language) => Promise<Message>;
  readonly #now: () => number;
  readonly #clients = new Set<StreamClient>();
  readonly #unlisten: () => void;
  readonly #timers: readonly NodeJS.Timeout[];
  #soon: NodeJS.Timeout | undefined;
  /** The last thing that was said of a lab. */
  #lab: Uint8Array | undefined;

  /** `status`: how it all is now. */
  constructor(daemon: Daemon, status: (language: Language) => Promise<Message>, now: () => number) {
    this.#daemon = daemon;
    this.#status = status;
    this.#now = now;
    this.#unlisten = daemon.listen({
      event: (recorded, run) => {
        const id = `${run}-${recorded.seq}`;
        this.#tell(language => frame({ event: 'event', data: eventView(recorded, language) }, id));
        if (telling.has(recorded.event.type)) this.#statusSoon();
      },
      rates: rates => this.#tellRates(ratesView(rates)),
      gap: () => this.#tell(() => frame({ event: 'gap', data: { at: this.#at() } })),
      offline: why => this.#tell(() => this.#offline(why)),
      online: () => {
        this.#tell(() => frame({ event: 'online', data: { at: this.#at() } }));
        this.#statusSoon();
      },
    });
    this.#timers = [
      setInterval(() => this.#tell(() => encoder.encode(': still here\n\n'), this.#clients), beatMs).unref(),
      setInterval(() => this.endOthers(), checkMs).unref(),
    ];
  }

  get listeners(): number {
    return this.#clients.size;
  }

  /** Something beside the gateway is another way than it was. */
  tellStatus(): void {
    this.#statusSoon();
  }

  /** How the lab is that is served with the gateway. */
  tellLab(data: Of<'lab'>): void {
    const bytes = frame({ event: 'lab', data });
    this.#lab = bytes;
    this.#tell(() => bytes);
  }

  /** A stream for somebody; throws ApiProblem where there are too many. */
  open({ heard, ...listening }: Listening): ReadableStream<Uint8Array> {
    if (this.#clients.size >= mostListeners) throw tooMany();
    const client: StreamClient = new StreamClient(listening, () => {
      this.#clients.delete(client);
      this.#setPace();
    });
    this.#clients.add(client);
    this.#setPace();
    client.send(encoder.encode('retry: 1000\n\n'));
    if (client.hears === 'rates') return client.body;
    for (const bytes of this.#missed(heard, client.language)) client.send(bytes);
    if (this.#lab !== undefined) client.send(this.#lab);
    const { trouble } = this.#daemon;
    if (trouble) client.send(this.#offline(trouble));
    else void this.#tellStatus([client]);
    return client.body;
  }

  /** Ends the streams of those who may not hear them any more. */
  endOthers(): void {
    for (const client of [...this.#clients]) if (!client.mayStill()) client.end();
  }

  close(): void {
    this.#unlisten();
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#soon);
    for (const client of [...this.#clients]) client.end();
  }

  /** The gateway reads for whoever wants rates most often, and nothing where nobody listens. */
  #setPace(): void {
    this.#daemon.followRates(Math.max(0, ...[...this.#clients].map(({ hz }) => hz)));
  }

  /** Each is over the last second, so who wants fewer is told some of them. */
  #tellRates(rates: Of<'rates'>): void {
    const atMs = Date.parse(rates.at);
    const due = [...this.#clients].filter(client => client.isDue(atMs));
    this.#tell(() => frame({ event: 'rates', data: rates }), due);
  }

  #missed(heard: HeardLast | undefined, language: Language): readonly Uint8Array[] {
    if (!heard) return [];
    const gap = [frame({ event: 'gap', data: { at: this.#at() } })];
    const events = this.#daemon.since(heard.run, heard.seq);
    if (!events) return gap;
    const all = events.map(one =>
      frame({ event: 'event', data: eventView(one, language) }, `${heard.run}-${one.seq}`),
    );
    return all.reduce((sum, { length }) => sum + length, 0) > longestMissed ? gap : all;
  }

  #statusSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.#tellStatus(this.#all);
    }, settleMs);
    this.#soon.unref();
  }

  /** To each in his language; where the gateway has gone by then, that is said by `offline`. */
  async #tellStatus(clients: readonly StreamClient[]): Promise<void> {
    for (const language of languages) {
      const hearing = clients.filter(one => one.language === language);
      if (hearing.length === 0) continue;
      const message = await this.#status(language).catch(() => undefined);
      const bytes = message && frame(message);
      if (bytes) for (const client of hearing) client.send(bytes);
    }
  }

  #offline({ what, do: next }: DaemonTrouble): Uint8Array {
    return frame({ event: 'offline', data: { at: this.#at(), detail: what, do: next } });
  }

  /** Made once for all who hear a language, and not at all where nobody does. */
  #tell(make: (language: Language) => Uint8Array, to: Iterable<StreamClient> = this.#all): void {
    const made = new Map<Language, Uint8Array>();
    for (const client of [...to]) {
      const bytes = made.get(client.language) ?? make(client.language);
      made.set(client.language, bytes);
      client.send(bytes);
    }
  }

  /** Those who hear everything. */
  get #all(): readonly StreamClient[] {
    return [...this.#clients].filter(({ hears }) => hears === 'all');
  }

  #at(): string {
    return new Date(this.#now()).toISOString();
  }
}

const tooMany = (): ApiProblem =>
  new ApiProblem(503, 'web/too-many', `${mostListeners} streams are open already.`, 'Close others first.', {
    retryAfterSeconds: 30,
  });

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
