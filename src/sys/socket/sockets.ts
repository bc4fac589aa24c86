import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { createServer, type Server, type ServerOpts, Socket } from 'node:net';
import type { Ipv4 } from '../../net/index.ts';
import { flag } from '../libc.ts';
import {
  bindSocket,
  guarded,
  openSocket,
  type SocketAddress,
  type SocketPlace,
  setOption,
} from './raw-socket.ts';

// Numeric addresses only: skips the resolver, whose pool threads live in another namespace.
type LookupDone = (error: null, address: string, family: number) => void;
const numericLookup = (address: string, _options: unknown, done: LookupDone): void => done(null, address, 4);

function datagram(fd: number): DatagramSocket {
  const socket = createSocket({ type: 'udp4', lookup: numericLookup as never });
  // An unheard 'error' would end the process; whoever cares adds a listener of his own.
  socket.on('error', () => {});
  // With `exclusive` nothing is asynchronous here: the socket can send and receive at once.
  socket.bind({ fd, exclusive: true });
  return socket;
}

export interface UdpOptions extends SocketPlace, SocketAddress {
  /** SO_BROADCAST. */
  readonly broadcast?: boolean | undefined;
}

/** A bound UDP socket, ready to use. Throws EnvironmentError. Send to numeric addresses. */
export function udpSocket(options: UdpOptions = {}): DatagramSocket {
  const fd = openSocket(flag.SOCK_DGRAM, 0, options);
  guarded(fd, () => {
    setOption(fd, flag.SOL_SOCKET, flag.SO_REUSEADDR, 1, 'set SO_REUSEADDR');
    if (options.broadcast) setOption(fd, flag.SOL_SOCKET, flag.SO_BROADCAST, 1, 'set SO_BROADCAST');
    bindSocket(fd, options);
  });
  return datagram(fd);
}

/**
 * An ICMP echo socket (icmp(7), IPPROTO_ICMP datagram): sends an 8-byte echo header plus data to any port but 0, the
 * kernel fills id and checksum in and hands back its own replies only. `allowPing` first.
 */
export function icmpSocket(
  options: SocketPlace & { readonly address?: Ipv4 | undefined } = {},
): DatagramSocket {
  const fd = openSocket(flag.SOCK_DGRAM, flag.IPPROTO_ICMP, options);
  guarded(fd, () => bindSocket(fd, { address: options.address }));
  return datagram(fd);
}

export interface ConnectOptions extends SocketPlace {
  readonly address: Ipv4;
  readonly port: number;
  /** Source address; default: as routing chooses. */
  readonly localAddress?: Ipv4 | undefined;
  readonly localPort?: number | undefined;
  /** TCP congestion control: `cubic`, `reno`, `bbr`. */
  readonly congestion?: string | undefined;
}

/** Starts a TCP connection; `connect` or `error` follows. Throws EnvironmentError where the socket cannot be made. */
export function tcpConnect(options: ConnectOptions): Socket {
  const fd = openSocket(flag.SOCK_STREAM, 0, options);
  guarded(fd, () => {
    tuneTcp(fd, options.congestion);
    if (options.localPort !== undefined || options.localAddress !== undefined) {
      bindSocket(fd, { address: options.localAddress, port: options.localPort });
    }
  });
  const socket = new Socket({ fd, readable: true, writable: true });
  return socket.connect({ host: options.address, port: options.port, family: 4 });
}

export interface ListenOptions extends SocketPlace, SocketAddress {
  /** Default 511. */
  readonly backlog?: number | undefined;
  /** Inherited by the accepted connections. */
  readonly congestion?: string | undefined;
  readonly server?: ServerOpts | undefined;
}

/** Anything with Node's `listen({ fd })`: net.Server and http.Server. */
interface Listening {
  listen(options: { fd: number; backlog: number }): unknown;
}

/** Makes `server` (net, http, tls) listen in a namespace. `listening` or `error` follows. */
export function listenOn<S extends Listening>(server: S, options: ListenOptions): S {
  const fd = openSocket(flag.SOCK_STREAM, 0, options);
  guarded(fd, () => {
    setOption(fd, flag.SOL_SOCKET, flag.SO_REUSEADDR, 1, 'set SO_REUSEADDR');
    tuneTcp(fd, options.congestion);
    bindSocket(fd, options);
  });
  server.listen({ fd, backlog: options.backlog ?? 511 });
  return server;
}

/** A TCP server in a namespace; connections arrive as its `connection` events. */
export function tcpListen(options: ListenOptions): Server {
  return listenOn(createServer(options.server ?? {}), options);
}

function tuneTcp(fd: number, congestion: string | undefined): void {
  if (congestion === undefined) return;
  setOption(fd, flag.IPPROTO_TCP, flag.TCP_CONGESTION, congestion, `use congestion control ${congestion}`);
}
