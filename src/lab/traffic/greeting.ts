import { canonicalIpv4, type Ipv4 } from '../../net/index.ts';
import { monotonicMs, type Namespace, tcpConnect } from '../../sys/index.ts';
import { drop } from './drop.ts';
import { servicePort } from './ports.ts';

/** One short TCP connection: who asks whom. */
export interface Call {
  readonly ns: Namespace;
  readonly address: Ipv4;
  /** Default `servicePort.greet`. */
  readonly port?: number | undefined;
  /** From the start to the greeting; default 5000. */
  readonly timeoutMs?: number | undefined;
}

/** How it went. `seenAs` is the source address that the server saw: which ISP's NAT it came through. */
export type Greeting =
  | { readonly ok: true; readonly atMs: number; readonly tookMs: number; readonly seenAs: Ipv4 }
  | { readonly ok: false; readonly atMs: number; readonly tookMs: number; readonly why: string };

/** Connects, waits for the server's greeting, and ends the connection by a reset (few packets, no TIME_WAIT). */
export function greeting(call: Call): Promise<Greeting> {
  const atMs = monotonicMs();
  const socket = tcpConnect({
    ns: call.ns,
    address: call.address,
    port: call.port ?? servicePort.greet,
  });
  return new Promise(resolve => {
    let text = '';
    const done = (result: { ok: true; seenAs: Ipv4 } | { ok: false; why: string }): void => {
      clearTimeout(timer);
      drop(socket);
      resolve({ ...result, atMs, tookMs: monotonicMs() - atMs });
    };
    const timer = setTimeout(() => done({ ok: false, why: 'no answer' }), call.timeoutMs ?? 5000);
    socket.on('error', error =>
      done({ ok: false, why: (error as NodeJS.ErrnoException).code ?? error.message }),
    );
    socket.on('end', () => done({ ok: false, why: 'closed' }));
    socket.on('data', data => {
      text += data.toString('latin1');
      if (!text.includes('\n')) return;
      const seenAs = canonicalIpv4(text.slice(0, text.indexOf('\n')));
      done(seenAs === undefined ? { ok: false, why: 'no greeting' } : { ok: true, seenAs });
    });
  });
}
