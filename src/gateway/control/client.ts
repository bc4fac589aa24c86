import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { EnvironmentError } from '../../sys/index.ts';
import type { GatewayEvent } from '../core/index.ts';
import type { Recorded } from '../history/index.ts';
import type { RatesMessage } from '../replies/index.ts';
import { readLines } from './lines.ts';
import {
  type ControlAsking,
  type ControlError,
  type ControlMessage,
  type ControlRequestType,
  type ControlValues,
  controlSocket,
  protocolVersion,
} from './protocol.ts';

/** The gateway could not do what it was asked to. */
export class ControlFailed extends Error {
  readonly error: ControlError;

  constructor(error: ControlError) {
    super(`${error.what} ${error.do}`);
    this.name = 'ControlFailed';
    this.error = error;
  }
}

/** What a request of this type carries besides. */
export type Stated<K extends ControlRequestType> = Omit<
  Extract<ControlAsking, { readonly type: K }>,
  'v' | 'id' | 'type'
>;

/** A connection to a running gateway. */
export interface ControlClient {
  /** Asks. Rejects with ControlFailed where the gateway cannot answer, with EnvironmentError where it is gone. */
  request<K extends ControlRequestType>(type: K, stated?: Stated<K>): Promise<ControlValues[K]>;
  /** Hears events, once `subscribe` was requested (or the connection was handed over); returns the end of that. */
  on(listener: (event: GatewayEvent, recorded: Recorded) => void): () => void;
  /** Hears what lines carry, each second, once `subscribe` was requested with `rates`; returns the end of that. */
  onRates(listener: (rates: RatesMessage) => void): () => void;
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>;
  close(): void;
}

interface Waiting {
  resolve(value: never): void;
  reject(reason: Error): void;
}

/** Talks to the gateway at the other end of a stream. */
export function controlClient(stream: Duplex): ControlClient {
  const listeners = new Set<(event: GatewayEvent, recorded: Recorded) => void>();
  const ofRates = new Set<(rates: RatesMessage) => void>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let open = true;
  stream.on('error', () => {}); // `close` follows
  const hear = (message: ControlMessage): void => {
    if (message.type === 'event') for (const listener of [...listeners]) listener(message.event, message);
    else if (message.type === 'rates') for (const listener of [...ofRates]) listener(message);
    else if (message.type !== 'hello') settle(waiting, message);
  };
  // The schema is loaded with the first line: a gateway that nobody asks does without it.
  let turn: Promise<void> = Promise.resolve();
  let end: () => EnvironmentError = gone;
  readLines(stream, line => {
    turn = turn.then(async () => {
      if (end === unreadable) return;
      const message = await readMessage(line);
      if (message) return hear(message);
      // Nobody knows what would be missed: whoever waits is told, and no more is heard.
      end = unreadable;
      stream.destroy();
    });
  });
  const closed = new Promise<void>(resolve => {
    stream.once('close', () => {
      open = false;
      // What was said before the end is heard first.
      void turn.then(() => {
        for (const { reject } of waiting.values()) reject(end());
        resolve();
      });
    });
  });
  return {
    closed,
    request: (type, stated) =>
      new Promise((resolve, reject) => {
        if (!open) return reject(end());
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        stream.write(`${JSON.stringify({ v: protocolVersion, id, type, ...stated })}\n`);
      }),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRates(listener) {
      ofRates.add(listener);
      return () => ofRates.delete(listener);
    },
    close: () => void stream.destroy(),
  };
}

/** Connects to the gateway that keeps its state in this folder. Throws EnvironmentError where none runs. */
export async function connectControl(stateDir: string): Promise<ControlClient> {
  const socket = connect(join(stateDir, controlSocket));
  try {
    await once(socket, 'connect');
  } catch (cause) {
    throw new EnvironmentError(
      'COMMAND_FAILED',
      { en: `No gateway answers in ${stateDir}.`, id: `Tidak ada gateway yang menjawab di ${stateDir}.` },
      {
        en: 'Start one with jalur run, or name its folder with --state.',
        id: 'Jalankan dengan jalur run, atau sebutkan foldernya dengan --state.',
      },
      { cause },
    );
  }
  return controlClient(socket);
}

/** Undefined: it is no message that this version knows. */
async function readMessage(line: string): Promise<ControlMessage | undefined> {
  const { messageSchema } = await import('./schema.ts');
  return messageSchema.safeParse(parsed(line)).data as unknown as ControlMessage | undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return;
  }
}

function settle(
  waiting: Map<number, Waiting>,
  message: Extract<ControlMessage, { type: 'reply' | 'failed' }>,
): void {
  const asked = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.type === 'failed') asked?.reject(new ControlFailed(message.error));
  else asked?.resolve(message.value as never);
}

const gone = (): EnvironmentError =>
  new EnvironmentError(
    'COMMAND_FAILED',
    { en: 'The gateway has hung up.', id: 'Gateway memutus sambungan.' },
    { en: 'See whether it still runs.', id: 'Periksa apakah ia masih berjalan.' },
  );

const unreadable = (): EnvironmentError =>
  new EnvironmentError(
    'COMMAND_FAILED',
    {
      en: 'The gateway says something that this version of jalur does not know.',
      id: 'Gateway mengatakan sesuatu yang tidak dikenal versi jalur ini.',
    },
    {
      en: 'Start the gateway and this command from the same version of jalur.',
      id: 'Jalankan gateway dan perintah ini dari versi jalur yang sama.',
    },
  );
