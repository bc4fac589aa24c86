import { type Dialect, type RouterOsVersion, speakAlike } from '../../model/index.ts';
import type { Said } from '../../text/index.ts';
import { collect, type Resolved } from '../commands/index.ts';
import { menus } from '../menus/index.ts';
import { parse, type Script, type Source, type Word } from '../syntax/index.ts';

const wasAsked = (dialect: Dialect): Said => ({
  en: `${dialect} was asked for`,
  id: `diminta ${dialect}`,
});

const headerSays = (version: string): Said => ({
  en: `the header says RouterOS ${version}`,
  id: `header menyebut RouterOS ${version}`,
});

const noteSays: Said = {
  en: 'the first line says for which it was converted',
  id: 'baris pertama menyebut untuk versi mana ia dikonversi',
};

const proseSays = (version: string): Said => ({
  en: `what is written around it names RouterOS ${version}`,
  id: `tulisan di sekitarnya menyebut RouterOS ${version}`,
});

const printShows = (version: string): Said => ({
  en: `print of RouterOS ${version} shows it so`,
  id: `begitulah tampilan print RouterOS ${version}`,
});

const worksInV7 = (menu: string): Said => ({
  en: `what is added in ${menu} without disabled=no works in v7 only`,
  id: `yang ditambahkan di ${menu} tanpa disabled=no hanya berjalan di v7`,
});

const existsIn = (menu: string, dialect: Dialect): Said => ({
  en: `${menu} exists in ${dialect} only`,
  id: `${menu} hanya ada di ${dialect}`,
});

const propertyExistsIn = (property: string, menu: string, dialect: Dialect): Said => ({
  en: `${property} in ${menu} exists in ${dialect} only`,
  id: `${property} di ${menu} hanya ada di ${dialect}`,
});

const header = /^#.*\bby RouterOS ((\d+)(?:\.(\d+)\S*|(?= \(converted by jalur)))/m;

/** What `jalur convert` writes above a text that is no export. */
const note = /^# for RouterOS (\d+)(?:\.(\d+))?, converted by jalur/m;

/** Above statements that were made of what `print` shows. */
const printed = /^# as RouterOS (\d) prints it$/m;

/** Which RouterOS a text is for: its header, else its syntax, else v7. `dialect` overrides and says so. */
export function detectVersion(
  source: Source,
  statements: readonly Resolved[],
  dialect?: Dialect,
): RouterOsVersion {
  const found = fromHeader(source.text) ?? fromSyntax(statements, source.text);
  if (!dialect || speakAlike(found, { dialect })) return found;
  return { dialect, text: '', evidence: [wasAsked(dialect), ...found.evidence] };
}

function fromHeader(text: string): RouterOsVersion | undefined {
  const match = header.exec(text);
  if (!match?.[1]) return fromNote(text);
  return { ...named(match[2], match[3]), text: match[1], evidence: [headerSays(match[1])] };
}

function fromNote(text: string): RouterOsVersion | undefined {
  const match = note.exec(text);
  if (!match) return fromPrint(text);
  return {
    ...named(match[1], match[2]),
    text: '',
    evidence: [noteSays],
  };
}

function fromPrint(text: string): RouterOsVersion | undefined {
  const [, major] = printed.exec(text) ?? [];
  return major === undefined
    ? undefined
    : { ...named(major, undefined), text: '', evidence: [printShows(major)] };
}

function named(
  major: string | undefined,
  minor: string | undefined,
): Pick<RouterOsVersion, 'dialect' | 'minor'> {
  const dialect: Dialect = Number(major) <= 6 ? 'v6' : 'v7';
  return minor === undefined ? { dialect } : { dialect, minor: Number(minor) };
}

/** Something that only one of the two has: a property of a menu, or (no property) the menu itself. */
interface Sign {
  readonly menu: string;
  readonly property?: string;
  readonly dialect: Dialect;
}

/** What the menu tables gate. */
const gatedSigns: readonly Sign[] = menus.flatMap(({ path: menu, only, attributes }) => {
  if (only?.dialect) return [{ menu, dialect: only.dialect }];
  return Object.entries(attributes).flatMap(([property, { only: gate }]) =>
    gate?.dialect ? [{ menu, property, dialect: gate.dialect }] : [],
  );
});

/** Menus and properties that are only kept. */
const keptSigns: readonly Sign[] = [
  { menu: '/ip route', property: 'suppress-hw-offload', dialect: 'v7' },
  { menu: '/ip route', property: 'vrf-interface', dialect: 'v7' },
  { menu: '/interface wifi', dialect: 'v7' },
  { menu: '/interface wifiwave2', dialect: 'v7' },
  { menu: '/routing bgp connection', dialect: 'v7' },
  { menu: '/routing ospf interface-template', dialect: 'v7' },
  { menu: '/system ntp client', property: 'server-dns-names', dialect: 'v6' },
  { menu: '/system ntp client', property: 'primary-ntp', dialect: 'v6' },
  { menu: '/system ntp client', property: 'secondary-ntp', dialect: 'v6' },
  { menu: '/system ntp client servers', dialect: 'v7' },
  { menu: '/interface ethernet', property: 'master-port', dialect: 'v6' },
  { menu: '/tool mac-server', property: 'interface', dialect: 'v6' },
  { menu: '/tool mac-server mac-winbox', property: 'interface', dialect: 'v6' },
  { menu: '/ip accounting', dialect: 'v6' },
  { menu: '/ip route vrf', dialect: 'v6' },
  { menu: '/routing bgp network', dialect: 'v6' },
  { menu: '/routing bgp aggregate', dialect: 'v6' },
  { menu: '/routing bgp peer', dialect: 'v6' },
  { menu: '/routing ospf network', dialect: 'v6' },
  { menu: '/tool user-manager customer', dialect: 'v6' },
];

const signs: readonly Sign[] = [...gatedSigns, ...keptSigns];

function fromSyntax(statements: readonly Resolved[], text: string): RouterOsVersion {
  const evidence: Record<Dialect, Map<string, Said>> = { v6: new Map(), v7: new Map() };
  for (const statement of statements) addSigns(statement, evidence);
  for (const statement of statements.flatMap(one => statementsWithin(one))) addSigns(statement, evidence);
  const dialect = evidence.v6.size > evidence.v7.size ? 'v6' : 'v7';
  const found = [...evidence[dialect].values()];
  if (found.length > 0) return { dialect, text: '', evidence: found };
  const byMeaning = fromWhatItMeans(statements);
  return byMeaning.length > 0 ? { dialect, text: '', evidence: byMeaning } : fromProse(text, dialect);
}

/** What people write around a configuration, as in a forum: `RouterOS 7.15.3`. Only where one version is named. */
function fromProse(text: string, assumed: Dialect): RouterOsVersion {
  const prose = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  const named = [...prose.matchAll(spoken)].filter(([line]) => !isAboutTwo.test(line));
  const majors = new Set(named.map(([, major]) => major));
  const [first] = named;
  if (majors.size !== 1 || !first) return { dialect: assumed, text: '', evidence: [] };
  const minors = new Set(named.map(([, , minor]) => minor));
  const [, major, minor] = first;
  const dialect: Dialect = major === '6' ? 'v6' : 'v7';
  const said = minor === undefined || minors.size > 1 ? `${major}` : `${major}.${minor}`;
  return {
    dialect,
    ...(said.includes('.') && { minor: Number(minor) }),
    text: '',
    evidence: [proseSays(said)],
  };
}

/** The line in which it is named. */
const spoken = /^.*\b(?:RouterOS|ROS)[ -]?(?:version )?v?([67])(?:\.(\d{1,2}))?(?![\d.]*\d{3}).*$/gim;

/** A line about one version and another one. */
const isAboutTwo =
  /\b(?:upgrad|updat|migrat|convert|from|older|newer|since|later|before|both|or|and) ?.*\bv?[67]\b/i;

/** Statements of the scripts that a statement holds, and those in braces. */
function statementsWithin(statement: Resolved, depth = 0): readonly Resolved[] {
  if (depth > deepest) return [];
  const inside = (script: Script): readonly Resolved[] =>
    collect(script).statements.flatMap(one => [one, ...statementsWithin(one, depth + 1)]);
  return wordsOf(statement).flatMap(word => {
    const value = word.kind === 'argument' ? word.value : word;
    if (value.kind === 'block' || value.kind === 'command') return inside(value.script);
    const isScript = word.kind === 'argument' && scripts.test(word.name) && value.kind === 'text';
    return isScript ? inside(parse(value.text, '').script) : [];
  });
}

function wordsOf(statement: Resolved): readonly Word[] {
  if (statement.kind === 'command') return [...statement.positional, ...statement.arguments];
  if (statement.kind !== 'scripting') return [];
  const [first, ...rest] = statement.statement.words;
  // The statements of `:do { … }` are among those of the text: to look into each block again takes the square of their number.
  const isDo = first?.kind === 'text' && /^:?do$/.test(first.text);
  return isDo ? rest.filter(word => word.kind !== 'block') : statement.statement.words;
}

/** Scripts within scripts are followed no deeper. */
const deepest = 20;

/** Properties that hold a script. */
const scripts = /^(?:script|.*-script|on-.*|source)$/;

/** Nobody states a client or a server that is off: what is not said to be on is on (docs/routeros.md#dhcp-client). */
function fromWhatItMeans(statements: readonly Resolved[]): readonly Said[] {
  const found = statements.find(
    one =>
      one.kind === 'command' &&
      one.name === 'add' &&
      (one.menu === '/ip dhcp-client' || one.menu === '/ip dhcp-server') &&
      !states(one, 'disabled'),
  );
  return found ? [worksInV7(found.menu)] : [];
}

function addSigns(statement: Resolved, evidence: Readonly<Record<Dialect, Map<string, Said>>>): void {
  for (const { dialect, menu, property } of signs) {
    if (statement.menu !== menu) continue;
    if (property === undefined) evidence[dialect].set(menu, existsIn(menu, dialect));
    else if (states(statement, property))
      evidence[dialect].set(`${property} ${menu}`, propertyExistsIn(property, menu, dialect));
  }
}

function states(statement: Resolved, property: string): boolean {
  if (statement.kind !== 'command') return false;
  const flagged = statement.positional.some(value => value.kind === 'text' && value.text === property);
  return flagged || statement.arguments.some(({ name }) => name === property);
}
