import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTexts } from '../../src/config/index.ts';
import { lint } from '../../src/lint/index.ts';
import { assumeWorld } from '../../src/rib/index.ts';
import type { Diagnostic } from '../../src/text/index.ts';

/** Public configurations with mistakes that a reader found; they are not part of the project. */
const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

export const hasFindings = existsSync(`${folder}findings.tsv`);

/** A mistake at a line. */
interface Known {
  readonly file: string;
  readonly line: number;
  readonly mistake: string;
  readonly severity: string;
}

/** Which rules find a mistake, by the names of the reader. */
const ruleOf: Readonly<Record<string, readonly string[]>> = {
  'address-typo': ['routes/gateway-unreachable', 'rsc/bad-value'],
  'copy-paste': ['routes/duplicate'],
  'dead-rule': ['marks/unreached', 'routes/duplicate', 'firewall/chain-unused'],
  'dhcp-default-competes': ['routes/dynamic-competes'],
  'dhcp-gateway-hardcoded': ['routes/lease-gateway-fixed'],
  'fasttrack-conflict': ['firewall/fasttrack-past-marks'],
  'forward-open': ['firewall/forward-open'],
  'gateway-is-ethernet-interface': ['routes/ethernet-gateway'],
  'input-open': ['firewall/input-open'],
  'list-membership': ['firewall/wan-list-incomplete', 'interfaces/dial-in-not-listed'],
  'local-lockout': ['marks/local-traffic'],
  'mark-crossed': ['marks/crossed'],
  'mark-routing-unscoped': ['marks/unscoped'],
  'mark-without-route': ['marks/table-empty'],
  'missing-return-marks': ['marks/answers-not-pinned'],
  'missing-wan-subnet-accept': ['marks/wan-network-marked'],
  'nat-too-wide': ['nat/too-wide'],
  'no-backup-in-table': ['routes/no-backup'],
  'no-balancing': ['marks/unreached', 'pcc/one-line'],
  'no-check-gateway': ['probes/unchecked', 'routes/dynamic-competes'],
  'no-main-default': ['routes/no-main-default'],
  'nth-counter': ['marks/nth'],
  'nth-no-state': ['marks/nth'],
  'open-resolver': ['firewall/open-resolver'],
  'output-mark-useless': ['marks/output-by-port'],
  'pcc-marks-local': ['marks/local-traffic'],
  'pcc-mixed-denominator': ['pcc/mixed-denominators'],
  'pcc-overwrites-mark': ['pcc/remarks-connections', 'marks/inbound-remarked'],
  'pcc-remainder-duplicate': ['pcc/remainder-repeated'],
  'pcc-remainder-gap': ['pcc/remainder-missing'],
  'pcc-remainder-out-of-range': ['pcc/remainder-impossible'],
  'probe-is-dns': ['probes/is-dns'],
  'probe-leaks': ['probes/leaks'],
  'probe-missing-route': ['routes/gateway-unreachable'],
  'probe-shared': ['probes/shared'],
  'recursive-without-check': ['probes/recursive-unchecked'],
  placeholder: ['rsc/bad-value', 'rsc/placeholder'],
  'syntax-error': ['rsc/not-understood', 'rsc/unexpected-word', 'rsc/unknown-command'],
  'same-distance-defaults': ['routes/equal-distance'],
  'same-subnet-wans': ['interfaces/same-network'],
  'table-without-default': ['marks/table-empty'],
  'unknown-name': ['routes/gateway-unreachable', 'rsc/unknown-interface', 'rsc/unknown-table'],
  'v6-only-syntax': ['services/old-syntax'],
  'wan-in-bridge': ['interfaces/wan-in-bridge'],
  'weak-crypto': ['services/weak-vpn'],
};

const rowsOf = (name: string): string[][] =>
  readFileSync(folder + name, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(row => row.split('\t'));

const known = (): Known[] =>
  rowsOf('findings.tsv').map(([file = '', line = '', mistake = '', severity = '']) => ({
    file,
    line: Number(line),
    mistake,
    severity,
  }));

/** Places that look wrong and are right. */
const negatives = (): Known[] =>
  rowsOf('negatives.tsv').map(([file = '', line = '', mistake = '']) => ({
    file,
    line: Number(line),
    mistake,
    severity: '',
  }));

const found = new Map<string, readonly Diagnostic[]>();

/** What is found in a file of the corpus. */
export function findingsIn(file: string): readonly Diagnostic[] {
  const before = found.get(file);
  if (before) return before;
  const text = readFileSync(folder + file, 'utf8');
  const config = readTexts([{ file, text }], { assumesPorts: true });
  const { diagnostics } = lint({ ...config, ...assumeWorld(config.router) }, { language: 'en' });
  found.set(file, diagnostics);
  return diagnostics;
}

/** Is a finding at that place: in its statement, or at the menu above it? */
function isAt({ span, notes = [] }: Diagnostic, line: number): boolean {
  const spans = [span, ...notes.flatMap(note => note.span ?? [])];
  return spans.some(({ start, end }) => line >= start.line - 2 && line <= Math.max(start.line, end.line));
}

interface Row extends Known {
  /** At its statement, only elsewhere in the file, or not at all. */
  readonly found: 'there' | 'elsewhere' | 'no';
}

/** What became of each mistake. */
export const rows = (): Row[] =>
  known().map(one => {
    const hits = findingsIn(one.file).filter(({ id }) => ruleOf[one.mistake]?.includes(id));
    const isThere = hits.some(hit => isAt(hit, one.line));
    return { ...one, found: isThere ? 'there' : hits.length > 0 ? 'elsewhere' : 'no' };
  });

/** Alarms at places that are right, remarks aside. */
export const falseAlarms = (): string[] =>
  negatives().flatMap(({ file, line, mistake }) =>
    findingsIn(file)
      .filter(one => one.severity !== 'info' && ruleOf[mistake]?.includes(one.id) && isAt(one, line))
      .map(one => `${file}:${line} ${one.id}`),
  );

/** Of the mistakes of these severities, how many are found at their place. */
export function recall(all: readonly Row[], ...severities: readonly string[]): number {
  const own = all.filter(({ severity }) => severities.includes(severity));
  return own.filter(one => one.found === 'there').length / own.length;
}

/** Recall by mistake, and each one that is missed. */
export function recallText(all: readonly Row[]): string {
  const names = [...new Set(all.map(({ mistake }) => mistake))].sort();
  const lines = names.map(name => {
    const own = all.filter(({ mistake }) => mistake === name);
    const there = own.filter(one => one.found === 'there').length;
    return `${name.padEnd(32)} ${there} of ${own.length}  ${ruleOf[name]?.join(', ') ?? 'no rule'}`;
  });
  const misses = all
    .filter(one => one.found !== 'there')
    .map(one => `${one.severity.padEnd(8)} ${one.mistake} ${one.file}:${one.line} (found ${one.found})`);
  return [...lines, '', ...misses.sort()].join('\n');
}
