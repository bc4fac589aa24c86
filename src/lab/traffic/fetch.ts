import { canonicalIpv4, type Ipv4 } from '../../net/index.ts';
import { monotonicMs, tcpConnect } from '../../sys/index.ts';
import { drop } from './drop.ts';
import type { Call } from './greeting.ts';
import { pageBytes, servicePort } from './ports.ts';

/** How a page was fetched: whole, or why not; `seenAs` is the source address that the server saw. */
export interface Fetch {
  readonly atMs: number;
  readonly tookMs: number;
  readonly seenAs: Ipv4 | undefined;
  /** `ECONNRESET`, `no answer`, `cut short`; undefined where every byte came. */
  readonly broken: string | undefined;
}

/** Fetches one page of `pageBytes` and waits for its last byte. */
export function fetchPage({ ns, address, timeoutMs = 30_000 }: Omit<Call, 'port'>): Promise<Fetch> {
  const atMs = monotonicMs();
  const socket = tcpConnect({ ns, address, port: servicePort.page });
  return new Promise(resolve => {
    let [greeting, bytes] = ['', 0];
    const done = (broken?: string): void => {
      clearTimeout(timer);
      drop(socket);
      const [seen = '', ...more] = greeting.split('\n');
      const seenAs = more.length > 0 ? canonicalIpv4(seen) : undefined;
      resolve({ atMs, tookMs: monotonicMs() - atMs, seenAs, broken });
    };
    const timer = setTimeout(() => done('no answer'), timeoutMs);
    socket.on('error', error => done((error as NodeJS.ErrnoException).code ?? error.message));
    socket.on('end', () => done(bytes < pageBytes ? 'cut short' : undefined));
    socket.on('data', data => {
      bytes += data.length;
      if (!greeting.includes('\n')) greeting += data.toString('latin1', 0, 64);
    });
  });
}
