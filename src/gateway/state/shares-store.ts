import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptShares } from '../core/index.ts';
import { hasFields, isAmount, isText, listOf, optional, storedJson } from './stored.ts';

interface SharesFile {
  /** Another version's is none. */
  readonly format: number;
  /** ms since 1970. */
  readonly savedAt: number;
  readonly shares: KeptShares;
}

const format = 1;
/** What lines delivered longer ago says less of them than the configuration does. */
const longestMs = 3_600_000;
const fileOf = (dir: string): string => join(dir, 'shares.json');

/** Replaces the file in one step. Throws errors of the file system. */
export function storeShares(dir: string, shares: KeptShares, now: number): void {
  const file = fileOf(dir);
  const text = JSON.stringify({ format, savedAt: now, shares } satisfies SharesFile);
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** What was known an hour ago or later (ms since 1970); undefined where nothing was, or the file is spoilt. */
export function storedShares(dir: string, now: number): KeptShares | undefined {
  const found = storedJson(fileOf(dir));
  if (!isFile(found) || found.format !== format) return undefined;
  // One from the future was written before the clock was set back: how old it is is not known.
  return found.savedAt <= now && now - found.savedAt < longestMs ? found.shares : undefined;
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const areAmounts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isAmount);

const isFile = (value: unknown): value is SharesFile =>
  hasFields(value, {
    ...{ format: isAmount, savedAt: isAmount },
    shares: shares =>
      hasFields(shares, {
        stated: listOf(one =>
          hasFields(one, { line: isText, weight: isAmount, limitBps: optional(isAmount) }),
        ),
        options: options => hasFields(options, { isAdaptive: isBoolean, spills: isBoolean }),
        ...{ scale: optional(isAmount), capacities: areAmounts, shortest: optional(areAmounts) },
        weights: optional(areAmounts),
      }),
  });
