import type { Family } from '../../net/index.ts';
import { errno, flag, lastErrno, libc, type Namespace } from '../../sys/index.ts';
import type { KernelAddress, KernelRoute, Link } from '../types.ts';
import { readAddress, rtmAddress } from './address.ts';
import { familyNumber, u32 } from './bytes.ts';
import { openFd } from './channel.ts';
import { readLink, rtmLink } from './link.ts';
import { type Message, messages } from './message.ts';
import { readRoute, rtmRoute } from './route.ts';
import { rtmRule, ruleProtocol } from './rule.ts';
import type { RulesetEvent } from './ruleset-events.ts';
import { family } from './socket.ts';

/** A change that the kernel reported. `overflow`: it reported more than the socket could hold; read everything again. */
export type KernelEvent =
  | { readonly kind: 'link'; readonly deleted: boolean; readonly link: Link }
  | { readonly kind: 'address'; readonly deleted: boolean; readonly address: KernelAddress }
  /** `by`: port number of the netlink socket that changed it; 0: the kernel itself, with a link or an address. */
  | { readonly kind: 'route'; readonly deleted: boolean; readonly route: KernelRoute; readonly by: number }
  /** A routing rule; `protocol`: who made it. */
  | { readonly kind: 'rule'; readonly deleted: boolean; readonly protocol: number; readonly by: number }
  /** A setting of an interface, or of all: forwarding, rp_filter and their like. */
  | { readonly kind: 'setting' }
  | RulesetEvent;

/**
 * RTNLGRP_* as the legacy bit mask: link 1, IPv4 address 5, IPv4 route 7, IPv4 rule 8, IPv6 address 9, IPv6 route 11,
 * IPv6 rule 19, settings of IPv4 24 and IPv6 25.
 */
const groups = [1, 5, 7, 8, 9, 11, 19, 24, 25].reduce((mask, group) => mask | (1 << (group - 1)), 0);
const RTM_NEWNETCONF = 80;
const receiveBytes = 256 << 10;
const waitingBytes = 4 << 20;

/**
 * A netlink socket that gets every change of interfaces, addresses, routes, rules and their settings in a namespace, from
 * now on; the caller owns the fd. `bufferBytes`: its receive buffer, for tests of the overflow. Throws EnvironmentError.
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
      const address = readAddress(message, names.of, familyIn(message));
      return address && { kind: 'address', deleted: message.type === rtmAddress.DELETE, address };
    }
    case rtmRoute.NEW:
    case rtmRoute.DELETE: {
      const route = readRoute(message, names.of, familyIn(message));
      const deleted = message.type === rtmRoute.DELETE;
      return route && { kind: 'route', deleted, route, by: message.sender };
    }
    case rtmRule.NEW:
    case rtmRule.DELETE: {
      const deleted = message.type === rtmRule.DELETE;
      return { kind: 'rule', deleted, protocol: ruleProtocol(message), by: message.sender };
    }
    case RTM_NEWNETCONF:
      return { kind: 'setting' };
    default:
      return undefined;
  }
}

/** The first byte of every rtnetlink message about addresses and routes. */
const familyIn = ({ payload }: Message): Family => (payload[0] === familyNumber.ipv6 ? 'ipv6' : 'ipv4');
