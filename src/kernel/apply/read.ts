import { nftTable, routeProtocol } from '../../linux/index.ts';
import { readSysctl, run } from '../../sys/index.ts';
import type { Host } from '../host.ts';
import type { KernelAddress, KernelRoute, KernelRule } from '../types.ts';
import { ownsAddress } from './diff.ts';
import { listingFingerprint } from './fingerprint.ts';
import { deviceMark } from './links.ts';

/** What of a namespace is ours, and what is not. */
export interface HostReading {
  readonly ours: {
    readonly devices: readonly string[];
    readonly addresses: readonly KernelAddress[];
    readonly routes: readonly KernelRoute[];
    readonly rules: readonly KernelRule[];
    readonly shaped: readonly string[];
    readonly nftTable: boolean;
    /** Settings we changed: key → value now. */
    readonly sysctls: Readonly<Record<string, string | undefined>>;
  };
  readonly foreign: {
    readonly addresses: readonly KernelAddress[];
    /** Without those the kernel made itself. */
    readonly routes: readonly KernelRoute[];
    readonly rules: readonly KernelRule[];
    /** `inet filter` … */
    readonly nftTables: readonly string[];
  };
  /** Our nft table is there but not as we loaded it (only known where the ledger knows what we loaded). */
  readonly nftDrifted: boolean;
}

const kernelProtocol = 2;

function nftTables({ ns }: Host): readonly string[] {
  const lines = run(['nft', 'list', 'tables'], { ns }).stdout.split('\n');
  return lines.flatMap(line => /^table (\S+ \S+)/.exec(line)?.[1] ?? []);
}

function drifted({ ns, ledger }: Host): boolean {
  const known = ledger.now.nft;
  const argv = ['nft', '-j', 'list', 'table', 'inet', nftTable];
  const listing = run(argv, { ns, allowFailure: true });
  return (
    known !== undefined &&
    (listing.code !== 0 || listingFingerprint(listing.stdout, known.maps) !== known.listing)
  );
}

/** Reads a namespace, apart by whose it is. Takes some 30 ms; for people, not for the loop. */
export function readHost(host: Host): HostReading {
  const { port, ledger, ns } = host;
  const [addresses, routes, rules, tables] = [port.addresses(), port.routes(), port.rules(), nftTables(host)];
  const own = `inet ${nftTable}`;
  const { sysctls, shaped } = ledger.now;
  const known = host.marksAddresses ? [] : ledger.now.addresses;
  const isOurs = (row: { readonly protocol: number }): boolean => row.protocol === routeProtocol;
  return {
    ours: {
      devices: port.links().flatMap(({ name, alias }) => (alias === deviceMark ? [name] : [])),
      addresses: addresses.filter(row => ownsAddress(row, known)),
      routes: routes.filter(isOurs),
      rules: rules.filter(isOurs),
      shaped: Object.keys(shaped),
      nftTable: tables.includes(own),
      sysctls: Object.fromEntries(Object.keys(sysctls).map(key => [key, readSysctl(key, ns)])),
    },
    foreign: {
      addresses: addresses.filter(row => !ownsAddress(row, known)),
      routes: routes.filter(row => !isOurs(row) && row.protocol !== kernelProtocol),
      rules: rules.filter(row => !isOurs(row) && row.protocol !== kernelProtocol),
      nftTables: tables.filter(name => name !== own),
    },
    nftDrifted: tables.includes(own) && drifted(host),
  };
}
