import type { TextFile } from '../../config/index.ts';
import type { LintedFile } from '../../lint/index.ts';
import { counted, type InEveryLanguage, type Language } from '../../text/index.ts';
import { coloursFor } from '../output/colour.ts';
import { printDiagnostics } from '../output/diagnostics.ts';

const en = {
  read: (version: string, because: string) => `Read as RouterOS ${version} (${because}).`,
  nothing: 'nothing in the text says so: assumed; --dialect v6 or v7 settles it',
  role: { wan: 'WAN', lan: 'LAN', tunnel: 'tunnel' },
  baseline: (known: number, resolved: number) =>
    `${counted(known, 'finding')} known by the baseline, ${resolved} resolved${resolved > 0 ? ' (--update-baseline takes them out)' : ''}.`,
  notUnderstood: (count: number, all: number) =>
    `${count} of ${all} statements ${count === 1 ? 'was' : 'were'} not understood: nothing is said of what they would do.`,
  open: (count: number) =>
    `${counted(count, 'statement')} can only be carried out by the router itself: nothing is said of what ${count === 1 ? 'it makes' : 'they make'}.`,
};

const id: typeof en = {
  read: (version, because) => `Dibaca sebagai RouterOS ${version} (${because}).`,
  nothing: 'tidak disebut dalam teks: diasumsikan; tentukan dengan --dialect v6 atau v7',
  role: { wan: 'WAN', lan: 'LAN', tunnel: 'tunnel' },
  baseline: (known, resolved) =>
    `${known} temuan sudah dikenal baseline, ${resolved} sudah selesai${resolved > 0 ? ' (--update-baseline menghapusnya)' : ''}.`,
  notUnderstood: (count, all) => `${count} dari ${all} perintah tidak dipahami: akibatnya tidak dinilai.`,
  open: count => `${count} perintah hanya bisa dijalankan oleh router itu sendiri: akibatnya tidak dinilai.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** For people: the verdict, the findings, then what they rest on. */
export function lintText({ file, text }: TextFile, linted: LintedFile, language: Language): string {
  const colours = coloursFor(process.stdout);
  const findings = printDiagnostics(linted.diagnostics, new Map([[file, text]]), colours);
  const head = `${colours.bold(linted.verdict)}\n`;
  const context = contextLines(linted, language).map(line => `${colours.dim(line)}\n`);
  return [head, findings, context.join('')].filter(part => part !== '').join('\n');
}

function contextLines(
  { context, statements, notUnderstood, open, baseline }: LintedFile,
  language: Language,
): string[] {
  const say = words[language];
  const { version, evidence, roles, known, assumptions } = context;
  return [
    ...(baseline ? [say.baseline(baseline.known, baseline.resolved.length)] : []),
    say.read(version, evidence.join('; ') || say.nothing),
    ...roles.map(({ interface: name, role, evidence: because }) => `${say.role[role]} ${name}: ${because}`),
    ...(notUnderstood > 0 ? [say.notUnderstood(notUnderstood, statements)] : []),
    ...(open > 0 ? [say.open(open)] : []),
    ...known,
    ...assumptions,
  ];
}
