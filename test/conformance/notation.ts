import { type Ipv4, toIpv4 } from '../../src/net/index.ts';
import type { Fault } from '../../src/rib/index.ts';
import { makePacket, type Packet, tcpFlagBits } from '../../src/walk/index.ts';

/**
 * One hand-written case. Each line of `steps` is a packet and what becomes of it:
 *
 * `lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> ether1 as 10.10.10.254:40000`
 *
 * Before the arrow: where it comes in (`lan` ether4, `dmz` ether5, `isp1`…`isp3`, `router`), protocol, ends, then any
 * of `syn ack fin rst none` (TCP; default syn), `type=0 id=7` (ICMP), `ttl=5 size=600 dscp=2`. `answer` is the answer to
 * the packet before, coming in where that one left; `later` the next packet of the flow before it.
 * `error isp1 10.10.10.1 type=3` is an ICMP error of that router about the packet before, as it left.
 * After it: `gone`, `router`, or the interface, with `as SRC`, `to DST`, `mark M` where they matter.
 * `fault isp1 gateway` changes the world between packets; `fault none` heals it. `reload` puts `then` in the place of `config`.
 */
export interface Case {
  readonly says: string;
  /** RouterOS text behind `base`. */
  readonly config: string;
  readonly steps: readonly string[];
  /** What the text is after `reload`; connections go on. */
  readonly then?: string | undefined;
}

export type Command =
  | { readonly kind: 'packet'; readonly packet: Packet; readonly expect: Expectation }
  | { readonly kind: 'answer' | 'later'; readonly changes: Partial<Packet>; readonly expect: Expectation }
  | {
      readonly kind: 'error';
      readonly in: string;
      readonly src: Ipv4;
      readonly changes: Partial<Packet>;
      readonly expect: Expectation;
    }
  | { readonly kind: 'fault'; readonly faults: readonly Fault[] }
  | { readonly kind: 'reload' };

export interface Expectation {
  readonly text: string;
  readonly where: string;
  readonly as?: string | undefined;
  readonly to?: string | undefined;
  readonly mark?: string | undefined;
}

const places: Readonly<Record<string, string | undefined>> = {
  lan: 'ether4',
  dmz: 'ether5',
  isp1: 'ether1',
  isp2: 'ether2',
  isp3: 'ether3',
};

/** Reads one line of a case. Throws on a line that is none: the suite is ours. */
export function parseStep(line: string): Command {
  if (line === 'reload') return { kind: 'reload' };
  if (line.startsWith('fault ')) return { kind: 'fault', faults: parseFaults(line.slice(6)) };
  const [left = '', right = ''] = line.split('->').map(part => part.trim());
  const expect = parseExpectation(right);
  const words = left.split(/\s+/);
  const [first = ''] = words;
  if (first === 'answer' || first === 'later') {
    return { kind: first, changes: parseFields(words.slice(1)), expect };
  }
  if (first === 'error') {
    const [, place = '', src = '', ...rest] = words;
    return { kind: 'error', in: places[place] ?? '', src: toIpv4(src), changes: parseFields(rest), expect };
  }
  return { kind: 'packet', packet: parsePacket(words), expect };
}

function parseFaults(text: string): Fault[] {
  if (text === 'none') return [];
  return text.split(',').map(one => {
    const [place = '', kind = ''] = one.trim().split(' ');
    return { interface: places[place] ?? place, kind: kind as Fault['kind'] };
  });
}

function parsePacket(words: readonly string[]): Packet {
  const [place = '', protocol = '', from = '', , to = '', ...rest] = words;
  if (place !== 'router' && !(place in places)) throw new Error(`no place: ${words.join(' ')}`);
  const [src = '', srcPort = '0'] = from.split(':');
  const [dst = '', dstPort = '0'] = to.split(':');
  return makePacket({
    in: places[place],
    src: toIpv4(src),
    dst: toIpv4(dst),
    protocol,
    srcPort: Number(srcPort),
    dstPort: Number(dstPort),
    ttl: place === 'router' ? 99 : 64,
    ...parseFields(rest),
  });
}

const flagNames = ['syn', 'ack', 'fin', 'rst', 'psh', 'urg'] as const;

function parseFields(words: readonly string[]): Partial<Packet> {
  const flags = flagNames.filter(name => words.includes(name)).map(name => tcpFlagBits[name]);
  const numbers = words.filter(word => word.includes('=')).map(word => word.split('='));
  const names: Readonly<Record<string, string>> = { type: 'icmpType', id: 'icmpId' };
  const fields = Object.fromEntries(
    numbers.flatMap(([name = '', value]) => (name === 'in' ? [] : [[names[name] ?? name, Number(value)]])),
  );
  const via = numbers.find(([name]) => name === 'in')?.[1];
  return {
    ...fields,
    ...(via !== undefined && { in: places[via] }),
    ...(flags.length > 0 && { tcpFlags: flags.reduce((sum, bit) => sum | bit, 0) }),
    ...(words.includes('none') && { tcpFlags: 0 }),
  };
}

function parseExpectation(text: string): Expectation {
  const after = (word: string) => new RegExp(`\\b${word} (\\S+)`).exec(text)?.[1];
  const [where = ''] = text.split(' ');
  return { text, where: places[where] ?? where, as: after('as'), to: after('to'), mark: after('mark') };
}
