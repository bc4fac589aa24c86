import { kindText } from '../../editing/index.ts';
import { rolesOf } from '../../model/index.ts';
import type { InEveryLanguage } from '../../text/index.ts';
import { sameName } from '../names/find.ts';
import type { Occurrence } from '../names/occurrences.ts';
import type { OpenText } from '../text/open-text.ts';
import { leadOf, routingMarksOf } from './leads.ts';

const en = {
  made: (lines: string) => `made in line ${lines}`,
  used: (lines: string) => `used in line ${lines}`,
  leads: (lines: string, gateways: string) => `Leads to ${lines} by ${gateways}, while all lines are up.`,
  fallback: (table: string, lines: string) =>
    `Table ${table} has no active default route: packets go by main, to ${lines}.`,
  nowhere: (table: string) => `Neither table ${table} nor main has an active default route.`,
  marks: (mark: string) => `Its packets get routing mark **${mark}**.`,
  noMarks: 'No rule gives its packets a routing mark: table main decides where they go.',
  role: { wan: 'Taken for a WAN', lan: 'Taken for a LAN', tunnel: 'Taken for a tunnel' },
};

const id: typeof en = {
  made: lines => `dibuat di baris ${lines}`,
  used: lines => `dipakai di baris ${lines}`,
  leads: (lines, gateways) => `Menuju ${lines} lewat ${gateways}, selama semua jalur hidup.`,
  fallback: (table, lines) =>
    `Tabel ${table} tidak memiliki rute default aktif: paket lewat main, ke ${lines}.`,
  nowhere: table => `Tabel ${table} maupun main tidak memiliki rute default aktif.`,
  marks: mark => `Paketnya mendapat routing mark **${mark}**.`,
  noMarks: 'Tidak ada aturan yang memberi paketnya routing mark: tabel main yang menentukan tujuannya.',
  role: { wan: 'Dianggap WAN', lan: 'Dianggap LAN', tunnel: 'Dianggap tunnel' },
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What a name is, where it is made and used, and where it leads. */
export function nameText(text: OpenText, one: Occurrence): string {
  const say = words[text.language];
  const all = sameName(text, one);
  const lines = (some: readonly Occurrence[]): string =>
    [...new Set(some.map(({ range }) => text.places.rangeOf(range).start.line + 1))].join(', ');
  const made = all.filter(({ defines }) => defines);
  const used = all.filter(({ defines }) => !defines);
  const places = [
    ...(made.length > 0 ? [say.made(lines(made))] : []),
    ...(used.length > 0 ? [say.used(lines(used))] : []),
  ];
  const head = `**${one.name}** (${kindText(one.kind, text.language)}): ${places.join('; ')}.`;
  return [head, ...more(text, one)].join('\n\n');
}

function more(text: OpenText, { kind, name }: Occurrence): readonly string[] {
  if (kind === 'table') return [leadText(text, name)];
  if (kind === 'interface') return roleText(text, name);
  if (kind !== 'connection-mark' || name === 'no-mark') return [];
  const say = words[text.language];
  const marks = routingMarksOf(text, name);
  if (marks.length === 0) return [say.noMarks];
  return marks.map(mark => `${say.marks(mark)} ${leadText(text, mark)}`);
}

/** Where a routing mark, or the table of that name, leads. */
export function leadText(text: OpenText, table: string): string {
  const say = words[text.language];
  const lead = leadOf(text, table);
  if (!lead) return say.nowhere(table);
  const lines = lead.lines.join(', ');
  return lead.isFallback ? say.fallback(table, lines) : say.leads(lines, lead.gateways.join(', '));
}

function roleText({ router, language }: OpenText, name: string): readonly string[] {
  const found = rolesOf(router).all.find(one => one.interface === name);
  if (!found || found.role === 'unknown') return [];
  const because = found.evidence.find(({ role }) => role === found.role);
  return [`${words[language].role[found.role]}${because ? `: ${because.what[language]}` : '.'}`];
}
