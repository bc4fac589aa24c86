import type { Diagnostic } from '../../text/index.ts';
import { isWanted } from '../wanted.ts';
import { fingerprintOf } from './fingerprint.ts';

/** A finding that was there when the baseline was written. */
export interface KnownFinding {
  readonly rule: string;
  readonly fingerprint: string;
  readonly what: string;
}

/** Known findings by the names of their files, as seen from the folder of the baseline, with `/`. */
export type Baseline = Readonly<Record<string, readonly KnownFinding[]>>;

/** Undefined: it is none. */
export function parseBaseline(text: string): Baseline | undefined {
  const stated = parsed(text);
  if (!isGroup(stated) || stated['version'] !== 1 || !isGroup(stated['files'])) return undefined;
  const files = Object.entries(stated['files']).map(([file, known]) => [file, knownIn(known)] as const);
  return files.some(([, known]) => known === undefined)
    ? undefined
    : Object.fromEntries(files.map(([file, known = []]) => [file, known]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function knownIn(list: unknown): KnownFinding[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const known = list.flatMap((one: unknown): KnownFinding[] => {
    if (!isGroup(one)) return [];
    const { rule, fingerprint, what } = one;
    const isWhole = typeof rule === 'string' && typeof fingerprint === 'string' && typeof what === 'string';
    return isWhole ? [{ rule, fingerprint, what }] : [];
  });
  return known.length === list.length ? known : undefined;
}

/** As text: files and findings in one order, so that a change of it is a change of findings. */
export function printBaseline(baseline: Baseline): string {
  const files = Object.entries(baseline)
    .filter(([, known]) => known.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, known]) => [file, known.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))]);
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(files) }, null, 2)}\n`;
}

const keyOf = ({ rule, fingerprint, what }: KnownFinding): string => `${rule} ${fingerprint} ${what}`;

export const knownFindings = (found: readonly Diagnostic[], text: string): KnownFinding[] =>
  found.map(one => ({ rule: one.id, fingerprint: fingerprintOf(one, text), what: one.what }));

/** What became of known findings. */
export interface Compared {
  /** Not in the baseline. */
  readonly fresh: readonly Diagnostic[];
  readonly known: number;
  /** In the baseline, and not found any more. */
  readonly resolved: readonly KnownFinding[];
}

/**
 * A finding is known by its statement; else by its sentence, since the place of what lacks somewhere moves with what stands
 * there. Each entry is for one finding. Entries of rules that were not asked are left out of the count.
 */
export function compareWith(
  known: readonly KnownFinding[],
  found: readonly Diagnostic[],
  text: string,
  only?: readonly string[],
): Compared {
  const open = known.filter(({ rule }) => isWanted(rule, only));
  const take = (fits: (entry: KnownFinding) => boolean): boolean => {
    const at = open.findIndex(fits);
    if (at >= 0) open.splice(at, 1);
    return at >= 0;
  };
  const withKeys = knownFindings(found, text).map((own, at) => ({ own, one: found[at] }));
  const unlike = withKeys.filter(
    ({ own }) => !take(entry => entry.rule === own.rule && entry.fingerprint === own.fingerprint),
  );
  const fresh = unlike.filter(
    ({ own }) => !take(entry => entry.rule === own.rule && entry.what === own.what),
  );
  return {
    fresh: fresh.flatMap(({ one }) => one ?? []),
    known: found.length - fresh.length,
    resolved: open,
  };
}
