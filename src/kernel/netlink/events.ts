import { errno, flag, lastErrno, libc, type Namespace } from '../../sys/index.ts';
import type { KernelAddress, KernelRoute, Link } from '../types.ts';
import { readAddress, rtmAddress } from './address.ts';
import { u32 } from './bytes.ts';
import { openFd } from './channel.ts';
import { readLink, rtmLink } from './link.ts';
import { type Message, messages } from './message.ts';
import { readRoute, rtmRoute } from './route.ts';
import { family } from './socket.ts';

/** A change that the kernel reported. `overflow`: it reported more than the socket could hold; read everything again. */
export type KernelEvent =
  | { readonly kind: 'link'; readonly deleted: boolean; readonly link: Link }
  | { readonly kind: 'address'; readonly deleted: boolean; readonly address: KernelAddress }
  | { readonly kind: 'route'; readonly deleted: boolean; readonly route: KernelRoute }
  | { readonly kind: 'overflow' };

/** RTNLGRP_* as the legacy bit mask: link 1, IPv4 address 0x10, IPv4 route 0x40. */
const groups = 1 | 0x10 | 0x40;
const receiveBytes = 256 << 10;
const waitingBytes = 4 << 20;

/**
 * A netlink socket that gets every change of interfaces, IPv4 addresses and IPv4 routes in a namespace, from now
 * on; the caller owns the fd. `bufferBytes`: its receive buffer, for tests of the overflow. Throws EnvironmentError.
 */
export function openEventSocket(ns?: Namespace, bufferBytes = waitingBytes): number {
  const fd = openFd(family.ROUTE, ns, groups);
  libc.setsockopt(fd, flag.SOL_SOCKET, flag.SO_RCVBUFFORCE, u32(bufferBytes), 4);
  return fd;
}

/** Names by index as events report them: an address event has the index only. */
interface Names {
  readonly of: (index: number) => string;
  readonly learn: (link: Link) => void;
}

function learningNames(known: readonly Pick<Link, 'index' | 'name'>[]): Names {
  const names = new Map(known.map(link => [link.index, link.name]));
  return {
    of: index => names.get(index) ?? `#${index}`,
    learn: link => names.set(link.index, link.name),
  };
}

/**
 * Reads an event socket: each call returns what waits in it, and never blocks. `links`: the interfaces known at the
 * start, for their names.
 */
export function eventReader(
  fd: number,
  links: readonly Pick<Link, 'index' | 'name'>[],
): () => readonly KernelEvent[] {
  const buffer = Buffer.alloc(receiveBytes);
  const names = learningNames(links);
  return () => {
    const events: KernelEvent[] = [];
    for (;;) {
      const length = libc.recv(fd, buffer, buffer.length, flag.MSG_DONTWAIT);
      if (length < 0 && lastErrno() !== errno.ENOBUFS) return events;
      if (length < 0) events.push({ kind: 'overflow' });
      else
        events.push(...messages(buffer.subarray(0, length)).flatMap(message => read(message, names) ?? []));
    }
  };
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
      const address = readAddress(message, names.of, 'ipv4');
      return address && { kind: 'address', deleted: message.type === rtmAddress.DELETE, address };
    }
    case rtmRoute.NEW:
    case rtmRoute.DELETE: {
      const route = readRoute(message, names.of, 'ipv4');
      return route && { kind: 'route', deleted: message.type === rtmRoute.DELETE, route };
    }
    default:
      return undefined;
  }
}
