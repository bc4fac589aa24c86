import { type Command, changing, menuAt, resolve, type Variables } from '../commands/index.ts';
import { type Menu, menuByPath, type Row } from '../menus/index.ts';
import { inMenuOfKind, interfaceMenus, switchesAny } from '../names/any-interface.ts';
import { apply, compile, findTargets, propertyText, type Targets } from '../rows/index.ts';
import type { Statement, Value, Word } from '../syntax/index.ts';
import {
  bare,
  type Datum,
  list,
  nothing,
  number,
  propertyTextOf,
  text,
  textOf,
  type Unknown,
  type Why,
} from './datum.ts';
import { decides } from './effects.ts';
import { forgottenBy } from './forgotten.ts';
import type { Flow, Frame, Machine } from './machine.ts';

/** Commands that act for a moment and leave the configuration as it was, or only show it. */
const passing = /^(?:print|export|monitor|find|get|renew|release|reset-counters|reset-counters-all|flush)$/;

/** The command of a menu that a statement is; a string: the menu it changes to; undefined: neither. */
export function commandOf(statement: Statement, frame: Frame): Command | 'menu' | undefined {
  const { menu, resolved } = resolve(statement, frame.menu, () => undefined);
  if (resolved?.kind === 'command') return resolved;
  if (resolved) return undefined;
  frame.menu = menu;
  return 'menu';
}

/** Carries out `/ip route add …` and the like. */
export function runCommand(command: Command, frame: Frame, machine: Machine): Flow {
  const { statement, menu: path, name } = command;
  if (path === '/system script' && name === 'run') return runScript(command, frame, machine);
  if (passing.test(name) || !changing.some(one => one === name)) return undefined;
  if (path === '/ip firewall connection') return forget(command, frame, machine);
  if (path === '/interface' && machine.host.scripted) return onInterface(command, frame, machine);
  if (switchesAny(command)) return onKind(command, frame, machine);
  const menu = menuByPath.get(path);
  if (!menu) {
    if (decides(path)) machine.open('statement', { source: frame.source, range: statement }, [path]);
    return undefined;
  }
  return applied(command, menu, frame, machine);
}

/** Connections are forgotten; what a text states stays. */
function forget(command: Command, frame: Frame, machine: Machine): Flow {
  const variables = new Literals(frame, machine);
  const literal = (word: Word) => variables.literal(word.kind === 'argument' ? word.value : word);
  if (command.name === 'remove') machine.host.forget?.(forgottenBy(command, literal));
  return undefined;
}

/** `/interface disable ether1` between the statements of a text, where ports exist without being stated. */
function onKind(stated: Command, frame: Frame, machine: Machine): Flow {
  const command = inMenuOfKind(stated, machine.host.store, new Literals(frame, machine));
  const menu = command && menuByPath.get(command.menu);
  if (menu) return applied(command, menu, frame, machine);
  machine.open('statement', { source: frame.source, range: stated.statement });
  return undefined;
}

/** `/interface disable ether1`: whatever kind it is of. */
function onInterface(command: Command, frame: Frame, machine: Machine): Flow {
  const named = command.positional[0] ?? command.arguments.find(({ name }) => name === 'numbers')?.value;
  for (const menu of interfaceMenus) {
    const rows = named ? rowsOf(named, menu, frame, machine) : [];
    if (typeof rows !== 'string' && rows.length > 0)
      return applied({ ...command, menu: menu.path }, menu, frame, machine);
  }
  machine.open('statement', { source: frame.source, range: command.statement });
  return undefined;
}

function applied(command: Command, menu: Menu, frame: Frame, machine: Machine): Flow {
  const { store, version, number: statement, say } = machine.host;
  const place = { source: frame.source, range: command.statement };
  let isRefused = false;
  machine.host.sources?.set(command.statement, frame.source);
  const variables = new Literals({ ...frame, menu: menuAt(menu.path) ?? frame.menu }, machine);
  const outcome = apply(command, menu, statement, {
    store,
    version,
    variables,
    text: frame.source.text,
    scripted: machine.host.scripted,
    say: problem => {
      isRefused ||= problem.severity === 'error';
      say(problem);
    },
  });
  if (outcome === 'not-evaluated') {
    if (decides(menu.path)) machine.open(variables.why ?? 'statement', place, [menu.path]);
    return undefined;
  }
  // What a menu holds that decides nothing is not all in the text: users, logging, files.
  const isBeside = machine.host.scripted && !decides(menu.path);
  return !isBeside && (isRefused || outcome === 'not-understood') ? { kind: 'failed', place } : undefined;
}

/** Values as text, as properties take them, and why the first that is not known is not. */
class Literals implements Variables {
  why: Why | undefined;
  readonly #frame: Frame;
  readonly #machine: Machine;

  constructor(frame: Frame, machine: Machine) {
    this.#frame = frame;
    this.#machine = machine;
  }

  literal(value: Value): string | undefined {
    if (value.kind === 'text') return value.text;
    const datum = this.#machine.evaluate(value, this.#frame);
    const known = propertyTextOf(datum);
    if (known === undefined) this.why ??= datum.kind === 'unknown' ? datum.why : 'operation';
    return known;
  }
}

function runScript(command: Command, frame: Frame, machine: Machine): Flow {
  const place = { source: frame.source, range: command.statement };
  const named = command.positional[0] ?? command.arguments.find(({ name }) => name === 'number')?.value;
  const name = named && scriptName(named, frame, machine);
  const code = name === undefined ? 'unknown' : machine.host.script(name);
  if (code === 'unknown') {
    machine.open('command', place);
    return undefined;
  }
  if (!code) return { kind: 'failed', place };
  const flow = machine.run(code, frame);
  return flow?.kind === 'return' ? undefined : flow;
}

function scriptName(value: Value, frame: Frame, machine: Machine): string | undefined {
  const menu = menuByPath.get('/system script');
  const found = menu && value.kind === 'command' ? rowsOf(value, menu, frame, machine) : undefined;
  if (Array.isArray(found)) return found[0]?.properties.get('name')?.text;
  const known = textOf(machine.evaluate(value, frame));
  const row = menu && known !== undefined ? machine.host.store.byId(menu, known) : undefined;
  return row ? row.properties.get('name')?.text : known;
}

function rowsOf(value: Value, menu: Menu, frame: Frame, machine: Machine): Targets {
  const { store, version } = machine.host;
  const statement = { start: value.start, end: value.end };
  const { shown } = machine.host;
  const rows = store.of(menu);
  const context = { menu, store, version, statement, create: false, say: () => undefined, shown, rows };
  return findTargets(value, { ...context, variables: new Literals(frame, machine), text: frame.source.text });
}

/** What `[find …]`, `[get …]`, `[print count-only …]`, `[add …]` give; undefined: nobody but a router can say. */
export function commandResult(command: Command, frame: Frame, machine: Machine): Datum | undefined {
  if (command.menu === '/interface' && machine.host.scripted) return ofInterface(command, frame, machine);
  const menu = menuByPath.get(command.menu);
  if (!menu) return undefined;
  switch (command.name) {
    case 'find':
      return withRows(foundHere(command, menu, frame, machine), rows =>
        list(rows.map(row => bare(machine.host.store.idOf(row)))),
      );
    case 'get':
      return got(command, menu, frame, machine);
    case 'print':
      return printed(command, menu, frame, machine);
    case 'add':
      return added(command, menu, frame, machine);
    default:
      // What changes something gives nothing; whether it was refused is not told here.
      return changing.some(one => one === command.name) && runCommand(command, frame, machine) === undefined
        ? nothing
        : undefined;
  }
}

/** `[/interface get ether1 name]` of any kind; which interfaces there are is not known. */
function ofInterface(command: Command, frame: Frame, machine: Machine): Datum | undefined {
  if (command.name !== 'get') return undefined;
  for (const menu of interfaceMenus) {
    const datum = got({ ...command, menu: menu.path }, menu, frame, machine);
    if (datum) return datum;
  }
  return undefined;
}

/** `print count-only`, `print as-value`. */
function printed(command: Command, menu: Menu, frame: Frame, machine: Machine): Datum | undefined {
  const rows = foundHere(command, menu, frame, machine);
  if (isWith(command, 'count-only')) return withRows(rows, all => number(all.length));
  return isWith(command, 'as-value')
    ? withRows(rows, all => list(all.map(row => itemOf(row, command, frame, machine))))
    : undefined;
}

const withRows = (rows: readonly Row[] | Unknown | undefined, make: (rows: readonly Row[]) => Datum) =>
  rows && 'kind' in rows ? rows : rows && make(rows);

/** A text is put on a router that may have items already: that it has made none itself does not say that there are none. */
function foundHere(
  command: Command,
  menu: Menu,
  frame: Frame,
  machine: Machine,
): readonly Row[] | Unknown | undefined {
  const rows = found(command, menu, frame, machine);
  const { scripted, assumeNone } = machine.host;
  if (rows?.length !== 0 || scripted || assumeNone) return rows;
  return { ...machine.unknown('elsewhere', command.statement, frame), menu: menu.path };
}

const isWith = ({ positional }: Command, name: string): boolean =>
  positional.some(word => word.kind === 'text' && word.text === name);

/** Words of a condition: all behind the command but `where` and what is meant for `print`. */
function conditionOf({ statement, nameRange }: Command): readonly Word[] {
  const behind = statement.words.filter(word => word.start >= nameRange.end);
  return behind.filter(
    word => word.kind !== 'text' || word.quoted || !/^(?:where|count-only|as-value|detail)$/.test(word.text),
  );
}

function found(command: Command, menu: Menu, frame: Frame, machine: Machine): readonly Row[] | undefined {
  const { store, version } = machine.host;
  const variables = new Literals(frame, machine);
  const rows = store.of(menu);
  const { shown } = machine.host;
  const context = { menu, version, variables, text: frame.source.text, shown, rows };
  const test = compile(conditionOf(command), context);
  return test && rows.filter(test);
}

function got(command: Command, menu: Menu, frame: Frame, machine: Machine): Datum | undefined {
  const named = command.arguments.find(({ name }) => name === 'value-name')?.value;
  const single = menu.kind === 'settings';
  const [first, second] = command.positional;
  const target = single ? undefined : first;
  const property = textOf(machine.evaluate(named ?? (single ? first : second) ?? nowhere, frame));
  const isWhole = named === undefined && (single ? first : second) === undefined;
  if (isWhole) return whole(target && rowsOf(target, menu, frame, machine), command, frame, machine);
  if (property === undefined || property === '') return undefined;
  const rows = single ? machine.host.store.of(menu) : target && rowsOf(target, menu, frame, machine);
  const [row, ...more] = Array.isArray(rows) ? rows : [];
  return row && more.length === 0 ? propertyOf(row, property, menu, machine) : undefined;
}

/** `[get item]`: all that the text states of it, and its defaults. */
function whole(
  rows: Targets | undefined,
  command: Command,
  frame: Frame,
  machine: Machine,
): Datum | undefined {
  const [row, ...more] = Array.isArray(rows) ? rows : [];
  return row && more.length === 0 ? itemOf(row, command, frame, machine) : undefined;
}

/** What a router shows beside what was stated. */
const shownOnly = ['active', 'dynamic', 'gateway-status', 'immediate-gw', 'invalid', 'running', 'status'];

function itemOf(row: Row, { statement }: Command, frame: Frame, machine: Machine): Datum {
  const menu = menuByPath.get(row.menu);
  const stated = ['.id', ...Object.keys(menu?.attributes ?? {}), ...row.properties.keys()];
  const entries = [...new Set(stated)].map(name => ({
    key: name,
    value: (menu && propertyOf(row, name, menu, machine)) ?? nothing,
  }));
  const others = shownOnly
    .filter(name => !stated.includes(name))
    .map(name => {
      const shown = machine.host.shown?.(row, name);
      return {
        key: name,
        value: shown === undefined ? machine.unknown('state', statement, frame) : bare(shown),
      };
    });
  return { kind: 'list', entries: [...entries, ...others] };
}

const nowhere: Value = { kind: 'text', start: 0, end: 0, text: '', quoted: true };

/** What the text states, or the default; what only the router shows (`active`, `running`) is not known. */
function propertyOf(row: Row, name: string, menu: Menu, machine: Machine): Datum | undefined {
  if (name === '.id') return bare(machine.host.store.idOf(row));
  const stated = row.properties.get(name)?.text ?? machine.host.shown?.(row, name);
  const attribute = menu.attributes[name];
  if (stated === undefined && !attribute) return undefined;
  const known = stated ?? propertyText(row, name, attribute, machine.host.version);
  return known === '' ? (stated === undefined && name !== 'comment' ? nothing : text('')) : bare(known);
}

function added(command: Command, menu: Menu, frame: Frame, machine: Machine): Datum | undefined {
  const before = new Set(machine.host.store.of(menu));
  if (applied(command, menu, frame, machine) !== undefined) return undefined;
  const row = machine.host.store.of(menu).find(one => !before.has(one));
  return row && bare(machine.host.store.idOf(row));
}
