import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Sources } from './sources.ts';

/** What became of one address. */
export interface ListenTrouble {
  readonly address: string;
  readonly code: string;
}

/** Listens on as many addresses as are wanted now: new ones are begun, those that are gone are ended. */
export class Listener {
  readonly #make: () => Server;
  readonly #port: number;
  readonly #sources: Sources;
  readonly #open = new Map<string, Server>();

  constructor(make: () => Server, port: number, sources: Sources) {
    this.#make = make;
    this.#port = port;
    this.#sources = sources;
  }

  get addresses(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** The port that is really listened on. */
  get port(): number {
    const [server] = this.#open.values();
    const found = server?.address();
    return typeof found === 'object' && found !== null ? found.port : this.#port;
  }

  async set(wanted: readonly string[]): Promise<readonly ListenTrouble[]> {
    for (const [address, server] of this.#open) {
      if (wanted.includes(address)) continue;
      this.#open.delete(address);
      end(server);
    }
    const troubles: ListenTrouble[] = [];
    for (const address of wanted) {
      if (this.#open.has(address)) continue;
      const code = await this.#begin(address);
      if (code !== undefined) troubles.push({ address, code });
    }
    return troubles;
  }

  async close(): Promise<void> {
    await this.set([]);
  }

  #begin(address: string): Promise<string | undefined> {
    const server = this.#make();
    // Before a byte is read: a stranger learns that somebody hung up.
    server.prependListener('connection', (socket: Socket) => {
      if (!this.#sources.has(socket.remoteAddress ?? '')) socket.destroy();
    });
    return new Promise(resolve => {
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      server.listen({ host: address, port: this.#port, ipv6Only: address.includes(':') }, () => {
        this.#open.set(address, server);
        resolve(undefined);
      });
    });
  }
}

function end(server: Server): void {
  server.close();
  server.closeAllConnections();
}
