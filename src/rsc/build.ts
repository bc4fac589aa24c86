import {
  existsIn,
  isOlderV6,
  type Kept,
  type Origin,
  type RouterOsVersion,
  semanticsOf,
  vrfInterfaceNames,
} from '../model/index.ts';
import { counted } from '../text/index.ts';
import {
  type Collected,
  type Command,
  changing,
  type Resolved,
  type StatementPlace,
} from './commands/index.ts';
import {
  type Building,
  type Draft,
  isSecret,
  type Menu,
  makeDraft,
  menuByPath,
  menus,
  type Placed,
  type Row,
} from './menus/index.ts';
import { putOnBridges } from './names/actual-interface.ts';
import { inMenuOfKind, switchesAny } from './names/any-interface.ts';
import { type FormerNames, formerName, namesNoMore } from './names/former-names.ts';
import { completeInterfaces, type Mention } from './names/interfaces.ts';
import { type AskedList, interfacesAsLists, listsAskedBy } from './names/lists-by-interface.ts';
import { otherInterface } from './names/other-interfaces.ts';
import { impliedTables } from './names/tables.ts';
import { misspelledProperties } from './problems/kept-properties.ts';
import { ProblemList } from './problems/problem-list.ts';
import { lean } from './problems/say.ts';
import { type Applying, apply, Store } from './rows/index.ts';
import { TopLevel } from './script/index.ts';
import { Places } from './source/place.ts';
import { Placeholders } from './spelling/placeholder.ts';
import { KnownWords, type Problem, type Range, type Source, spanOf } from './syntax/index.ts';

export interface Built {
  readonly draft: Draft;
  readonly kept: readonly Kept[];
  /** Masked values by place: `offset of the statement/property`. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly problems: ProblemList;
}

type Reason = Kept['reason'];

interface Work {
  readonly source: Source;
  readonly around: Collected['around'];
  readonly places: Places;
  /** Where each statement stands, by its number. */
  readonly statements: readonly StatementPlace[];
  readonly version: RouterOsVersion;
  readonly store: Store;
  readonly draft: Draft;
  readonly mentions: Map<string, Mention>;
  readonly placeholders: Placeholders;
  readonly askedLists: AskedList[];
  /** Statements that the model does not hold, by number. */
  readonly reasons: Map<number, Reason>;
  readonly secrets: Map<string, string>;
  readonly problems: ProblemList;
  /** Adds a problem without the words of its statement. */
  readonly say: (problem: Problem) => void;
  /** Variables, loops and conditions of the text. */
  readonly scripting: TopLevel;
  /** What commands are carried out with. */
  readonly applying: Applying;
}

/**
 * Carries out all statements but those that are `left out`, by number, then builds the items that there are. Takes the
 * statements out of `collected` meanwhile; `places` are theirs.
 */
export function build(
  source: Source,
  { statements, around }: Collected,
  places: readonly StatementPlace[],
  version: RouterOsVersion,
  leftOut: ReadonlySet<number> = new Set(),
): Built {
  const store = new Store();
  const problems = new ProblemList();
  const sentences = new KnownWords();
  const say = (problem: Problem) => problems.push(lean(problem, sentences));
  const scripting = new TopLevel(source, version, store, say);
  const work: Work = {
    source,
    around,
    version,
    store,
    draft: makeDraft(),
    mentions: new Map(),
    placeholders: new Placeholders(),
    askedLists: [],
    reasons: new Map(),
    secrets: new Map(),
    problems,
    say,
    places: new Places(source),
    statements: places,
    scripting,
    applying: { store, variables: scripting, version, text: source.text, say },
  };
  // Taken out one by one: with its words a statement is several times its text.
  statements.reverse();
  for (let number = 0, one = statements.pop(); one; one = statements.pop(), number++) {
    if (leftOut.has(number)) work.reasons.set(number, 'not-understood');
    else carryOut(one, number, work);
  }
  const former = namesNoMore(work.store, work.draft.interfaces);
  const hasSecrets = /pass|secret|key|pin/.test(source.text);
  const building = new RowBuilding(former, work);
  for (const menu of menus) {
    for (const row of work.store.take(menu)) {
      if (hasSecrets) noteSecrets(row, work.secrets);
      buildRow(row, menu, building);
    }
  }
  const kept = keptStatements(work, places);
  complete(work, kept);
  putOnBridges(work.draft);
  for (const one of kept) work.draft.kept.push(one);
  return { draft: work.draft, kept, secrets: work.secrets, problems: work.problems };
}

function carryOut(statement: Resolved, number: number, work: Work): void {
  const reason =
    statement.kind === 'command'
      ? carryOutCommand(statement, number, work)
      : reasonOf(statement, number, work);
  if (reason === undefined) return;
  work.reasons.set(number, reason);
  if (reason === 'not-evaluated') sayNotEvaluated(statement, work);
}

function reasonOf(
  statement: Exclude<Resolved, Command>,
  number: number,
  { around, scripting }: Work,
): Reason | undefined {
  if (statement.kind !== 'scripting') return statement.kind;
  if (around.has(statement) || scripting.run(statement, number)) return undefined;
  return 'not-evaluated';
}

function carryOutCommand(stated: Command, number: number, work: Work): Reason | undefined {
  const command = switchesAny(stated) ? inMenuOfKind(stated, work.store, work.scripting) : stated;
  if (!command) return 'not-evaluated';
  const menu = menuByPath.get(command.menu);
  work.scripting.enter(command.menu);
  if (!menu || isOldForm(command, menu, work.version)) return keep(command, work);
  const placed = { ...command, statement: work.statements[number] ?? command.statement };
  const outcome = apply(placed, menu, number, work.applying);
  return outcome === 'modelled' ? undefined : outcome;
}

/** Items of a menu that became settings during RouterOS 6: they are kept, as the menu of then is not modelled. */
function isOldForm({ name, positional }: Command, { itemsBefore }: Menu, version: RouterOsVersion): boolean {
  if (itemsBefore === undefined) return false;
  return isOlderV6(version, itemsBefore) ?? (name !== 'set' || positional.length > 0);
}

/** A menu that the model has no place for: the statement stays; an interface that it names is noted. */
function keep(command: Command, work: Work): Reason {
  if (!changing.some(name => name === command.name)) return 'not-evaluated';
  const known = otherInterface(command, work.scripting, originOf(work, command.menu, command.statement));
  if (known) work.draft.interfaces.push(known);
  return 'not-modelled';
}

function sayNotEvaluated({ statement }: Resolved, work: Work): void {
  work.problems.push({
    id: 'rsc/not-evaluated',
    severity: 'info',
    what: {
      en: 'This line computes or shows something; it is kept as it stands and not evaluated.',
      id: 'Baris ini menghitung atau menampilkan sesuatu; disimpan apa adanya dan tidak dievaluasi.',
    },
    range: statement,
  });
}

function originOf({ source }: Work, menu: string, range: Range): Origin {
  return { menu, span: spanOf(source, range) };
}

/** What building an item may use, one for all rows of a text. */
class RowBuilding implements Building {
  readonly version: RouterOsVersion;
  readonly draft: Draft;
  readonly say: (problem: Problem) => void;
  readonly work: Work;
  readonly #former: FormerNames;
  /** The one that is built. */
  #row: Row | undefined;

  constructor(former: FormerNames, work: Work) {
    this.#former = former;
    this.work = work;
    ({ version: this.version, draft: this.draft, say: this.say } = work);
  }

  build(row: Row, menu: Menu): boolean {
    this.#row = row;
    return menu.build(row, this);
  }

  mention(name: string, range: Range, property: string): void {
    const { work } = this;
    const row = this.#row;
    if (!row) return;
    work.placeholders.note(name, property, row.menu, range);
    const renamed = this.#former.get(name);
    if (renamed) work.problems.push(formerName(name, range, renamed, spanOf(work.source, renamed.statement)));
    else mention(name, range, row, work);
  }

  place(row: Row): Placed {
    return this.work.places.of(row);
  }
}

function buildRow(row: Row, menu: Menu, building: RowBuilding): void {
  const { work } = building;
  if (building.build(row, menu)) for (const asked of listsAskedBy(row)) work.askedLists.push(asked);
  else for (const number of row.statements) work.reasons.set(number, 'not-understood');
}

function mention(name: string, range: Range, row: Row, work: Work): void {
  const known = work.mentions.get(name);
  if (known && known.range.start <= range.start) {
    work.mentions.set(name, { ...known, further: [...known.further, range] });
    return;
  }
  const further = known ? [known.range, ...known.further] : [];
  work.mentions.set(name, { name, range, origin: originOf(work, row.menu, row.range), further });
}

function noteSecrets({ properties, range }: Row, secrets: Map<string, string>): void {
  for (const [name, { text }] of properties) if (isSecret(name)) secrets.set(`${range.start}/${name}`, text);
}

/** What the statements imply: mentioned interfaces, and in v6 the tables of routing marks. */
function complete(work: Work, kept: readonly Kept[]): void {
  const { draft, mentions, version, problems } = work;
  const stated = new Set(draft.interfaces.map(({ name }) => name));
  const lists = new Set(draft.interfaceLists.map(({ name }) => name));
  for (const problem of interfacesAsLists(work.askedLists, stated, lists)) problems.push(problem);
  for (const problem of work.placeholders.found(draft.interfaces)) work.say(problem);
  const completed = completeInterfaces(draft.interfaces, mentions, {
    complete: version.text !== '',
    kept: kept.map(({ text }) => text),
    vrfs: vrfInterfaceNames({ vrfs: draft.vrfs, version }),
    writtenAt: ({ start, end }) => work.source.text.slice(start, end),
  });
  for (const one of completed.interfaces) draft.interfaces.push(one);
  for (const problem of completed.problems) problems.push(problem);
  if (semanticsOf(version).impliedTables)
    for (const table of impliedTables(draft)) draft.routingTables.push(table);
}

function keptStatements(work: Work, places: readonly StatementPlace[]): readonly Kept[] {
  const kept: Kept[] = [];
  for (const [number, reason] of [...work.reasons].sort(([a], [b]) => a - b)) {
    const place = places[number];
    if (!place) continue;
    const one = keptStatement(place, reason, work);
    kept.push(one);
    // The listings are those of RouterOS 7.
    const isListed = reason === 'not-modelled' && existsIn({ dialect: 'v7' }, work.version);
    for (const problem of isListed ? misspelledProperties(one, place.from) : []) work.problems.push(problem);
  }
  sayNotModelled(kept, work);
  return kept;
}

function keptStatement(place: StatementPlace, reason: Reason, work: Work): Kept {
  const { menu, from, end } = place;
  return { origin: originOf(work, menu, place), text: work.source.text.slice(from, end), reason };
}

/** Once for each menu, at its first statement. */
function sayNotModelled(kept: readonly Kept[], { problems }: Work): void {
  const counts = new Map<string, { first: Kept; count: number }>();
  for (const statement of kept) {
    if (statement.reason !== 'not-modelled') continue;
    const known = counts.get(statement.origin.menu);
    if (known) known.count++;
    else counts.set(statement.origin.menu, { first: statement, count: 1 });
  }
  for (const [menu, { first, count }] of counts) {
    const { start, end } = first.origin.span;
    problems.push({
      id: 'rsc/not-modelled',
      severity: 'info',
      what: {
        en: `${count === 1 ? 'This statement' : counted(count, 'statement')} of ${menu} ${count === 1 ? 'is' : 'are'} kept as written; jalur does not model that menu.`,
        id: `${count === 1 ? 'Perintah' : `${count} perintah`} ${menu} ini disimpan apa adanya; jalur tidak memodelkan menu itu.`,
      },
      range: { start: start.offset, end: end.offset },
    });
  }
}
