import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ipv4, isIpv4 } from '../net/index.ts';

/** A lease that one of our DHCP servers gave. */
export interface ServedLease {
  readonly address: Ipv4;
  readonly mac: string;
  /** What the client calls itself. */
  readonly hostname?: string | undefined;
  /** ms since 1970; undefined: it does not end. */
  readonly expiresAtMs?: number | undefined;
}

/** Where the server of an interface keeps them. */
export const leaseFileOf = (durableDir: string, name: string): string =>
  join(durableDir, `dhcp-${name}.leases`);

/** None where it has not given any. Throws what the file system says. */
export async function readServedLeases(durableDir: string, name: string): Promise<readonly ServedLease[]> {
  const file = leaseFileOf(durableDir, name);
  return existsSync(file) ? servedLeases(await readFile(file, 'utf8'), Date.now()) : [];
}

/** What dnsmasq has written: `EXPIRY MAC ADDRESS NAME CLIENT-ID`, one a line. Those that are over are left out. */
export const servedLeases = (text: string, nowMs: number): readonly ServedLease[] =>
  text
    .split('\n')
    .flatMap(line => leaseIn(line) ?? [])
    .filter(({ expiresAtMs = Number.POSITIVE_INFINITY }) => expiresAtMs > nowMs);

function leaseIn(line: string): ServedLease | undefined {
  const [expiry = '', mac = '', address = '', name = '*'] = line.split(' ');
  if (!/^\d+$/.test(expiry) || !isIpv4(address)) return undefined;
  return {
    address,
    // A kind of hardware other than Ethernet stands before it: `06-…`.
    mac: mac.replace(/^[0-9a-f]{2}-/, '').toUpperCase(),
    hostname: name === '*' ? undefined : name,
    expiresAtMs: expiry === '0' ? undefined : 1000 * Number(expiry),
  };
}
