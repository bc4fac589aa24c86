import { connect, type Socket } from 'node:net';
import {
  type ControlClient,
  ControlFailed,
  type ControlRequestType,
  type ControlValues,
  controlClient,
  type Recorded,
  type Stated,
} from '../../gateway/index.ts';
import { environmentTrouble } from '../../sys/index.ts';
import { KeptEvents } from './kept-events.ts';
import type { Daemon, DaemonListener, DaemonTrouble } from './port.ts';
import { noGateway, problemOf } from './problems.ts';
import { watchSilence } from './silence.ts';

/** How soon it is tried again, ms: soon at first, as a gateway that is started anew is back at once. */
const pauses = [100, 200, 500, 1000, 2000] as const;
/** A question that takes longer is given up; a configuration with many devices is in force within that. */
const longestMs = 60_000;

/** The gateway behind a control socket; a connection that is lost is made again for as long as this is not closed. */
export class SocketDaemon implements Daemon {
  readonly #path: string;
  readonly #listeners = new Set<DaemonListener>();
  readonly #kept = new KeptEvents();
  #socket: Socket | undefined;
  #client: ControlClient | undefined;
  #trouble: DaemonTrouble | undefined;
  #failures = 0;
  /** Rates are wanted so often a second. */
  #hz = 0;
  readonly #silence = watchSilence({
    ask: () => void this.#client?.request('pulse').catch(() => {}),
    silent: () => this.#away(this.#mute()),
    heard: () => this.#back(),
  });
  #again: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(path: string) {
    this.#path = path;
    this.#trouble = this.#absent();
    this.#open();
  }

  get trouble(): DaemonTrouble | undefined {
    return this.#trouble;
  }

  async ask<K extends ControlRequestType>(type: K, stated?: Stated<K>): Promise<ControlValues[K]> {
    const client = this.#client;
    if (!client) {
      const { what, do: next } = this.#trouble ?? this.#absent();
      throw noGateway(what, next);
    }
    try {
      return await within(longestMs, client.request(type, stated));
    } catch (error) {
      if (error instanceof ControlFailed) throw problemOf(error.error);
      const trouble = environmentTrouble(error);
      if (trouble) throw noGateway(trouble.what, trouble.do);
      throw error;
    }
  }

  listen(listener: DaemonListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  followRates(hz: number): void {
    if (hz === this.#hz) return;
    this.#hz = hz;
    this.#silence.watch(this.#client !== undefined && hz > 0);
    // One that is lost meanwhile says it anew when it is back.
    void this.#client?.request('subscribe', this.#wanted()).catch(() => {});
  }

  since(run: string, seq: number) {
    return this.#kept.since(run, seq);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#again);
    this.#silence.watch(false);
    this.#socket?.destroy();
  }

  #absent(): DaemonTrouble {
    return {
      what: `No gateway answers at ${this.#path}.`,
      do: 'See whether it runs (jalur status); this page connects again by itself.',
    };
  }

  #mute(): DaemonTrouble {
    return {
      what: `The gateway at ${this.#path} is there and answers nothing.`,
      do: 'See how it is: jalur status, journalctl -u jalur. This page goes on by itself once it answers.',
    };
  }

  #wanted(): Stated<'subscribe'> {
    return { rates: this.#hz > 0, ...(this.#hz > 1 && { hz: this.#hz }) };
  }

  #away(why: DaemonTrouble): void {
    this.#trouble = why;
    for (const one of [...this.#listeners]) one.offline(why);
  }

  #back(): void {
    this.#trouble = undefined;
    for (const one of [...this.#listeners]) one.online();
  }

  #open(): void {
    const socket = connect(this.#path);
    this.#socket = socket;
    socket.once('error', () => {}); // `close` follows
    socket.once('close', () => this.#lost());
    socket.on('data', () => this.#silence.hear());
    socket.once('connect', () => void this.#subscribe(controlClient(socket)));
  }

  async #subscribe(client: ControlClient): Promise<void> {
    // What comes before the answer to the subscription waits for it.
    let hear = (recorded: Recorded): void => void early.push(recorded);
    const early: Recorded[] = [];
    client.on((_, recorded) => hear(recorded));
    client.onRates(rates => {
      for (const one of [...this.#listeners]) one.rates(rates);
    });
    try {
      const { run: before, latest: seq } = this.#kept;
      const hz = this.#hz;
      const standing = await client.request('subscribe', {
        ...this.#wanted(),
        ...(before !== '' && { since: { run: before, seq } }),
      });
      const isOther = before !== standing.run || standing.missed;
      if (isOther) this.#kept.begin(standing.run, before === '' ? standing.seq : 0);
      this.#client = client;
      this.#failures = 0;
      // Somebody came or went while it was asked.
      if (hz !== this.#hz) void client.request('subscribe', this.#wanted()).catch(() => {});
      this.#silence.watch(this.#hz > 0);
      this.#back();
      if (isOther && before !== '') for (const one of [...this.#listeners]) one.gap();
      hear = recorded => this.#hear(recorded, standing.run);
      for (const recorded of early.splice(0)) hear(recorded);
    } catch (error) {
      this.#trouble =
        environmentTrouble(error) ?? (error instanceof ControlFailed ? error.error : this.#absent());
      client.close();
    }
  }

  #hear(recorded: Recorded, run: string): void {
    if (recorded.seq <= this.#kept.latest) return;
    this.#kept.add(recorded);
    for (const one of [...this.#listeners]) one.event(recorded, run);
  }

  #lost(): void {
    const was = this.#client;
    this.#client = undefined;
    this.#silence.watch(false);
    this.#silence.forget();
    if (this.#isClosed) return;
    if (was) this.#away(this.#absent());
    const pause = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 2000;
    this.#failures += 1;
    this.#again = setTimeout(() => this.#open(), pause);
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(noGateway('The gateway does not answer in time.', 'See how it is: jalur status.')),
      ms,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
