import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import { attackerOf } from '../access/index.ts';
import type { TlsFiles } from '../tls/certificate.ts';
import type { Sources } from './sources.ts';

/** What became of one address. */
export interface ListenTrouble {
  readonly address: string;
  readonly code: string;
}

/** All connections together, so that nobody takes all files that this process may open. */
const mostConnections = 1024;
/** Of one client, so that nobody keeps the others out. */
const mostOfOne = 512;

/** Listens on as many addresses as are wanted now: new ones are begun, those that are gone are ended. */
export class Listener {
  readonly #make: () => Server;
  readonly #port: number;
  readonly #sources: Sources;
  readonly #open = new Map<string, Server>();
  readonly #connections = new Map<string, number>();
  readonly #sockets = new Set<Socket>();

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

  /** Another certificate, for connections to come. */
  renew(tls: TlsFiles): void {
    for (const server of this.#open.values()) if (server instanceof TlsServer) server.setSecureContext(tls);
  }

  /** Who came while he might, and may no more: a network is none of the LANs now. */
  endStrangers(): void {
    for (const socket of this.#sockets) if (!this.#sources.has(socket.remoteAddress ?? '')) socket.destroy();
  }

  async close(): Promise<void> {
    await this.set([]);
  }

  #mayCome(socket: Socket): boolean {
    const { remoteAddress = '' } = socket;
    const client = attackerOf(remoteAddress);
    const own = this.#connections.get(client) ?? 0;
    if (!this.#sources.has(remoteAddress) || own >= mostOfOne || this.#sockets.size >= mostConnections)
      return false;
    this.#sockets.add(socket);
    this.#connections.set(client, own + 1);
    socket.once('close', () => {
      const left = (this.#connections.get(client) ?? 1) - 1;
      this.#sockets.delete(socket);
      if (left === 0) this.#connections.delete(client);
      else this.#connections.set(client, left);
    });
    return true;
  }

  #begin(address: string): Promise<string | undefined> {
    const server = this.#make();
    // Before a byte is read: a stranger learns that somebody hung up.
    server.prependListener('connection', (socket: Socket) => {
      if (!this.#mayCome(socket)) socket.destroy();
    });
    return new Promise(resolve => {
      // Later, too: where no file is left for a connection, others go on.
      server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
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
