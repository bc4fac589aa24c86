import type { Ipv4 } from '../../net/index.ts';
import { type Namespace, udpSocket } from '../../sys/index.ts';

/** What a DHCP server says to everybody who asks: an address, and options as numbers with their bytes in hex. */
export interface DhcpAnswer {
  readonly address: Ipv4;
  readonly options: Readonly<Record<number, string>>;
}

/** A DHCP server whose answer a test changes as it likes, right or wrong. */
export interface DhcpAnswers {
  /** Answers so from now on; undefined: not at all. `anew`: whoever renews is refused first, and loses what it has. */
  say(answer: DhcpAnswer | undefined, anew?: boolean): void;
  /** Kinds of questions that came, in order: 1 DISCOVER, 3 REQUEST, 7 RELEASE. */
  readonly asked: readonly number[];
  close(): void;
}

const bytesOf = (address: Ipv4): number[] => address.split('.').map(Number);

/** Values of options. */
export const hour = '00000e10';
export const mask24 = 'ffffff00';
export const routers = (...list: readonly Ipv4[]): string =>
  list.map(one => Buffer.from(bytesOf(one)).toString('hex')).join('');

export const answer = (over: Partial<DhcpAnswer> = {}): DhcpAnswer => ({
  address: '10.10.10.254',
  options: { 1: mask24, 3: routers('10.10.10.1'), 51: hour },
  ...over,
});
/** What works. */
export const good = answer();
export const withOptions = (options: DhcpAnswer['options']): DhcpAnswer => answer({ options });

const server: Ipv4 = '10.10.10.1';
const option = (code: number, value: Uint8Array | readonly number[]): number[] => [
  code,
  value.length,
  ...value,
];

/** Serves on `cpe` of an ISP (RFC 2131), which has `server` among its addresses. */
export function answerDhcp(ns: Namespace | undefined): DhcpAnswers {
  const asked: number[] = [];
  let answer: DhcpAnswer | undefined;
  let refuses = false;
  const socket = udpSocket({ ns, device: 'cpe', port: 67, broadcast: true });
  socket.on('message', question => {
    const kind = question[242] ?? 0;
    asked.push(kind);
    if (!answer || (kind !== 1 && kind !== 3)) return;
    const has = question.subarray(12, 16);
    const isRenewal = kind === 3 && has.some(byte => byte !== 0);
    const isRefused = refuses && isRenewal;
    if (isRefused) refuses = false;
    const reply = isRefused ? 6 : kind === 1 ? 2 : 5;
    const to = isRenewal && !isRefused ? has.join('.') : '255.255.255.255';
    // Unsent where nobody there has that address any more: the client asks everybody then.
    socket.send(encoded(question, reply, answer), 68, to, () => {});
  });
  return {
    say(next, anew = false) {
      answer = next;
      refuses = anew;
    },
    asked,
    close: () => socket.close(),
  };
}

function encoded(question: Buffer, kind: number, { address, options }: DhcpAnswer): Buffer {
  const head = Buffer.alloc(240);
  question.copy(head, 0, 0, 44);
  head[0] = 2;
  head.set(kind === 6 ? [0, 0, 0, 0] : bytesOf(address), 16);
  head.set(bytesOf(server), 20);
  head.writeUInt32BE(0x63825363, 236);
  const own = [...option(53, [kind]), ...option(54, bytesOf(server))];
  const given = Object.entries(options).flatMap(([code, hex]) =>
    option(Number(code), Buffer.from(hex, 'hex')),
  );
  const tail = Buffer.from([...own, ...(kind === 6 ? [] : given), 255]);
  return Buffer.concat([head, tail, Buffer.alloc(Math.max(0, 300 - 240 - tail.length))]);
}
