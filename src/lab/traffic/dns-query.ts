import { type Ipv4, printIpv4 } from '../../net/index.ts';
import { type Namespace, udpSocket } from '../../sys/index.ts';
import { atRegularTimes } from './ping.ts';

/** One question to one resolver. */
export interface Question {
  readonly ns: Namespace;
  readonly resolver: Ipv4;
  readonly name: string;
  /** In all; default 5000. */
  readonly timeoutMs?: number | undefined;
  /** Not again every second. */
  readonly once?: boolean | undefined;
}

/** Asks for the A record (RFC 1035), every second again; the first address answered, undefined where none came. */
export function lookUp({
  ns,
  resolver,
  name,
  timeoutMs = 5000,
  once = false,
}: Question): Promise<Ipv4 | undefined> {
  const socket = udpSocket({ ns });
  return new Promise(resolve => {
    const done = (address: Ipv4 | undefined): void => {
      clearTimeout(timer);
      stopAsking();
      socket.close();
      resolve(address);
    };
    const timer = setTimeout(() => done(undefined), timeoutMs);
    socket.on('message', reply => done(firstAddress(reply)));
    // A question that cannot be sent now (no route yet) may be the next time.
    const send = () => socket.send(questionFor(name), 53, resolver, () => {});
    const stopAsking = once ? () => {} : atRegularTimes(1000, send);
    if (once) send();
  });
}

/** Header: id, recursion desired, one question; then the name as labels, type A, class IN. */
export function questionFor(name: string): Buffer {
  const header = Buffer.from([0x6a, 0x61, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  const labels = name
    .split('.')
    .map(label => Buffer.from(`${String.fromCharCode(label.length)}${label}`, 'latin1'));
  return Buffer.concat([header, ...labels, Buffer.from([0, 0, 1, 0, 1])]);
}

/** The first A record of an answer to a single question. */
export function firstAddress(reply: Buffer): Ipv4 | undefined {
  if (reply.length < 12) return undefined;
  let at = afterName(reply, 12) + 4;
  for (let left = reply.readUInt16BE(6); left > 0; left--) {
    at = afterName(reply, at);
    if (at + 10 > reply.length) return undefined;
    const [type, length] = [reply.readUInt16BE(at), reply.readUInt16BE(at + 8)];
    if (type === 1 && length === 4) return printIpv4(reply.readUInt32BE(at + 10));
    at += 10 + length;
  }
  return undefined;
}

/** Position behind a name: labels up to an empty one, or up to a pointer of two bytes. */
function afterName(reply: Buffer, from: number): number {
  let at = from;
  while (at < reply.length) {
    const length = reply[at] ?? 0;
    if (length >= 0xc0) return at + 2;
    if (length === 0) return at + 1;
    at += length + 1;
  }
  return at;
}
