import { errno, flag, lastErrno, libc, type Namespace } from '../../sys/index.ts';
import type { KernelAddress, KernelRoute, Link } from '../types.ts';
import { readAddress, rtmAddress } from './address.ts';
import { u32 } from './bytes.ts';
import { openFd } from './channel.ts';
import { readLink, rtmLink } from './link.ts';
import { type Message, messages } from './message.ts';
import { readRoute, rtmRoute } from './route.ts';
import { family } from './socket.ts';

/** What the kernel told. `overflow`: it told more than we could hear; read everything again. */
export type KernelEvent =
  | { readonly kind: 'link'; readonly deleted: boolean; readonly link: Link }
  | { readonly kind: 'address'; readonly deleted: boolean; readonly address: KernelAddress }
  | { readonly kind: 'route'; readonly deleted: boolean; readonly route: KernelRoute }
  | { readonly kind: 'overflow' };

export interface KernelEvents {
  /** Hands over everything heard until now, at once. */
  poll(): void;
  close(): void;
}

/** RTNLGRP_* as the legacy bit mask: link 1, IPv4 address 0x10, IPv4 route 0x40. */
const groups = 1 | 0x10 | 0x40;
const receiveBytes = 256 << 10;
const waitingBytes = 4 << 20;

export interface EventOptions {
  readonly ns?: Namespace | undefined;
  /** How often to look, ms; default 10. No thread ever blocks, so the process can always end. */
  readonly everyMs?: number | undefined;
  /** Receive buffer, bytes; for tests of the overflow. */
  readonly bufferBytes?: number | undefined;
}

/** Names by index as events tell them: an address event has the index only. */
interface Names {
  readonly of: (index: number) => string;
  readonly learn: (link: Link) => void;
}

function learningNames(known: readonly Link[]): Names {
  const names = new Map(known.map(link => [link.index, link.name]));
  return {
    of: index => names.get(index) ?? `#${index}`,
    learn: link => names.set(link.index, link.name),
  };
}

/**
 * Calls `hear` for every change of interfaces, IPv4 addresses and IPv4 routes in a namespace. `links`: the
 * interfaces known when it starts, for their names. Close it, or the process does not end by itself.
 */
export function watchKernel(
  links: readonly Link[],
  hear: (event: KernelEvent) => void,
  options: EventOptions = {},
): KernelEvents {
  const fd = openFd(family.ROUTE, options.ns, groups);
  const size = options.bufferBytes ?? waitingBytes;
  libc.setsockopt(fd, flag.SOL_SOCKET, flag.SO_RCVBUFFORCE, u32(size), 4);
  const buffer = Buffer.alloc(receiveBytes);
  const names = learningNames(links);
  const poll = (): void => {
    for (;;) {
      const length = libc.recv(fd, buffer, buffer.length, flag.MSG_DONTWAIT);
      if (length < 0 && lastErrno() !== errno.ENOBUFS) return;
      if (length < 0) hear({ kind: 'overflow' });
      else for (const message of messages(buffer.subarray(0, length))) tell(message, names, hear);
    }
  };
  const timer = setInterval(poll, options.everyMs ?? 10);
  return {
    poll,
    close() {
      clearInterval(timer);
      libc.close(fd);
    },
  };
}

function tell(message: Message, names: Names, hear: (event: KernelEvent) => void): void {
  const event = read(message, names);
  if (event) hear(event);
}

function read(message: Message, names: Names): KernelEvent | undefined {
  switch (message.type) {
    case rtmLink.NEW:
    case rtmLink.DELETE: {
      const link = readLink(message);
      names.learn(link);
      return { kind: 'link', deleted: message.type === rtmLink.DELETE, link };
    }
    case rtmAddress.NEW:
    case rtmAddress.DELETE: {
      const address = readAddress(message, names.of);
      return address && { kind: 'address', deleted: message.type === rtmAddress.DELETE, address };
    }
    case rtmRoute.NEW:
    case rtmRoute.DELETE: {
      const route = readRoute(message, names.of);
      return route && { kind: 'route', deleted: message.type === rtmRoute.DELETE, route };
    }
    default:
      return undefined;
  }
}
