import { errno, flag, lastErrno, libc, type Namespace } from '../../sys/index.ts';
import { attributeMap } from './attribute.ts';
import { readText, u32 } from './bytes.ts';
import { openFd } from './channel.ts';
import { type Message, messages } from './message.ts';
import { family } from './socket.ts';

/** A transaction of nf_tables that is done, or more of them than the socket could hold. */
export type RulesetEvent =
  | {
      readonly kind: 'ruleset';
      /** Number of the generation that it made. */
      readonly generation: number;
      /** Who did it: `nft (process 123)`. */
      readonly by: string;
      /** Tables of which it took something away, and those that it changed in another way. */
      readonly reduced: readonly string[];
      readonly changed: readonly string[];
    }
  | { readonly kind: 'overflow' };

/** NFNLGRP_NFTABLES is group 7. */
const group = 1 << 6;
const waitingBytes = 4 << 20;
const receiveBytes = 256 << 10;

/** NFNL_SUBSYS_NFTABLES, and messages of nf_tables.h. Elements of sets come and go with traffic. */
const subsystem = 10;
const reducing: ReadonlySet<number> = new Set([2, 5, 8, 11]);
const changing: ReadonlySet<number> = new Set([0, 3, 6, 9]);
const NEWGEN = 15;
/** NFTA_GEN_*; the name of a table is attribute 1 of every message about one. */
const nfta = { TABLE: 1, GEN_ID: 1, PROC_PID: 2, PROC_NAME: 3 } as const;

/** A netlink socket that gets every change of nftables in a namespace from now on; the caller owns the fd. */
export function openRulesetSocket(ns?: Namespace): number {
  const fd = openFd(family.NETFILTER, ns, group);
  libc.setsockopt(fd, flag.SOL_SOCKET, flag.SO_RCVBUFFORCE, u32(waitingBytes), 4);
  return fd;
}

/** Reads that socket: each call returns the transactions that are done by now, and never blocks. */
export function rulesetReader(fd: number): () => readonly RulesetEvent[] {
  const buffer = Buffer.alloc(receiveBytes);
  let [reduced, changed] = [new Set<string>(), new Set<string>()];
  const take = ({ type, payload }: Message): RulesetEvent | undefined => {
    if (type >> 8 !== subsystem) return undefined;
    const message = type & 0xff;
    const found = attributeMap(payload.subarray(4));
    if (message === NEWGEN) {
      const done = { ...generationOf(found), reduced: [...reduced], changed: [...changed] };
      [reduced, changed] = [new Set(), new Set()];
      return { kind: 'ruleset', ...done };
    }
    const table = found.get(nfta.TABLE);
    if (table && reducing.has(message)) reduced.add(readText(table));
    if (table && changing.has(message)) changed.add(readText(table));
    return undefined;
  };
  return () => {
    const events: RulesetEvent[] = [];
    for (;;) {
      const length = libc.recv(fd, buffer, buffer.length, flag.MSG_DONTWAIT);
      if (length < 0 && lastErrno() !== errno.ENOBUFS) return events;
      if (length < 0) events.push({ kind: 'overflow' });
      else events.push(...messages(buffer.subarray(0, length)).flatMap(message => take(message) ?? []));
    }
  };
}

function generationOf(found: ReadonlyMap<number, Buffer>) {
  const [pid, name] = [found.get(nfta.PROC_PID), found.get(nfta.PROC_NAME)];
  return {
    generation: found.get(nfta.GEN_ID)?.readUInt32BE(0) ?? 0,
    by: `${name ? readText(name) : 'somebody'} (process ${pid?.readUInt32BE(0) ?? 'unknown'})`,
  };
}
