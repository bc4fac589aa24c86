import { leftLeases } from '../dhcp/index.ts';
import type { NamespaceIdentity } from '../sys/index.ts';
import type { HeldLease, KeptShares, LineMemory, RunConfig, Saved } from './core/index.ts';
import { asHeld, asStored } from './lease-times.ts';
import {
  beginTrial,
  dropLines,
  dropTrial,
  dropWorld,
  readForcedLines,
  type Staying,
  type StoredLease,
  type StoredTexts,
  type StoredTrial,
  saveForcedLines,
  saveWorld,
  settleTrial,
  storedDigests,
  storedLeases,
  storedLines,
  storedShares,
  storedTexts,
  storedTrial,
  storeLeases,
  storeLines,
  storeShares,
  storeTexts,
  type Texts,
} from './state/index.ts';

/** What a gateway keeps on disk, for its next start and for other commands. Writing throws errors of the file system. */
export interface Kept {
  save(saved: Saved): void;
  saveForced(lines: readonly string[]): void;
  /** Texts are tried over what is in force. */
  beginTrial(tried: Texts, before: Staying): void;
  /** This one stays, and runs instead of what was tried and is not confirmed. */
  settleTrial(stays: Staying): void;
  /** Nothing that was tried matters any more. */
  dropTrial(): void;
  /** Leases that still hold, for the DHCP clients of a configuration. */
  leases(config: RunConfig): Readonly<Record<string, HeldLease>>;
  lines(): LineMemory | undefined;
  shares(): KeptShares | undefined;
  forced(): readonly string[];
  trial(): StoredTrial | undefined;
  /** Texts that are in force, to return to them later. */
  keepTexts(config: Pick<RunConfig, 'texts' | 'source'>): void;
  /** Those that were in force, by their digest; undefined: not kept. */
  texts(digest: string): StoredTexts | undefined;
  /** Digests of all that are kept. */
  digests(): readonly string[];
}

export interface KeptPlaces {
  readonly stateDir: string;
  readonly durableDir: string;
  /** The namespace and boot that the state folder is about. */
  readonly home: NamespaceIdentity;
}

export function openKept({ stateDir, durableDir, home }: KeptPlaces): Kept {
  return {
    save({ world, held, lines, shares }) {
      if (world) saveWorld(stateDir, world);
      else dropWorld(stateDir);
      storeLeases(durableDir, held.map(asStored));
      if (lines) storeLines(stateDir, home, lines);
      else dropLines(stateDir);
      if (shares) storeShares(durableDir, shares, Date.now());
    },
    saveForced: lines => saveForcedLines(durableDir, lines),
    beginTrial: (tried, before) => beginTrial(durableDir, tried, before),
    settleTrial: stays => settleTrial(durableDir, stays),
    dropTrial: () => dropTrial(durableDir),
    leases: config =>
      leasesFor(config, [...storedLeases(durableDir, Date.now()), ...renewedSince(stateDir, home)]),
    lines: () => storedLines(stateDir, home),
    shares: () => storedShares(durableDir, Date.now()),
    forced: () => readForcedLines(durableDir),
    trial: () => storedTrial(durableDir),
    keepTexts: ({ texts, source = [] }) => texts && storeTexts(durableDir, texts, source),
    texts: digest => storedTexts(durableDir, digest),
    digests: () => storedDigests(durableDir),
  };
}

/** Leases of the last gateway for clients that there still are: used until their server says otherwise, or they expire. */
function leasesFor(
  { router }: RunConfig,
  stored: readonly StoredLease[],
): Readonly<Record<string, HeldLease>> {
  const clients = router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface);
  const wanted = stored.filter(({ line }) => clients.includes(line));
  return Object.fromEntries(wanted.map(one => [one.line, asHeld(one)]));
}

/** What clients that ran on without a gateway were given meanwhile. */
const renewedSince = (stateDir: string, home: NamespaceIdentity): readonly StoredLease[] =>
  leftLeases(stateDir, home)
    .map(({ lease, saidAt }) => {
      return { line: lease.interface, lease, obtainedAt: saidAt, expiresAt: saidAt + lease.leaseTime };
    })
    .filter(({ expiresAt }) => expiresAt > Date.now());
