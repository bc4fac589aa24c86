import type { RouterOsVersion } from '../../model/index.ts';
import { changing, type PlacedCommand, type Variables } from '../commands/index.ts';
import type { Menu, Property, Row } from '../menus/index.ts';
import { type Problem, refused, type Value } from '../syntax/index.ts';
import { readStated, type Stated } from './properties.ts';
import { renameInterface } from './rename.ts';
import type { Store } from './store.ts';
import { findTargets, type Targets } from './targets.ts';

/** What became of a statement: carried out, kept as it stands, or left because only a router could compute it. */
export type Outcome = 'modelled' | 'not-understood' | 'not-evaluated';

export interface Applying {
  readonly store: Store;
  readonly variables: Variables;
  readonly version: RouterOsVersion;
  readonly text: string;
  readonly say: (problem: Problem) => void;
  /** By a script on a router that runs: items that are not there are not made up. */
  readonly scripted?: boolean | undefined;
}

const changes: ReadonlySet<string> = new Set(changing.filter(name => name !== 'edit'));

/** Carries out a command on the items of its menu. `number` identifies the statement. */
export function apply(command: PlacedCommand, menu: Menu, number: number, applying: Applying): Outcome {
  if (!changes.has(command.name)) return 'not-evaluated';
  const { variables, text, say } = applying;
  const stated = readStated(command, { menu, variables, text, say });
  if (!stated) return 'not-evaluated';
  // Of a text that is said where its items are built.
  if (applying.scripted && !areTaken(menu, stated)) return 'not-understood';
  const act = { command, menu, number, stated, applying };
  if (menu.kind === 'settings') return change([applying.store.single(menu, command.statement)], act);
  return command.name === 'add' ? add(act) : onTargets(act);
}

/** Has every stated property a value that it takes? A router that runs carries out no command with another one. */
const areTaken = ({ attributes }: Menu, { properties }: Stated): boolean =>
  [...properties].every(([name, { text }]) => {
    const type = attributes[name]?.type;
    return !type || text === '' || type.read(text) !== undefined;
  });

interface Act {
  readonly command: PlacedCommand;
  readonly menu: Menu;
  readonly number: number;
  readonly stated: Stated;
  readonly applying: Applying;
}

function add(act: Act): Outcome {
  const { command, menu, stated, number, applying } = act;
  const before = placeOf(act);
  if (before === 'unknown' || stated.directions.has('copy-from')) return 'not-evaluated';
  const { properties } = stated;
  if (!applying.scripted) sayTaken(act);
  const row = applying.store.add(menu, command.statement, { properties, statements: [number] }, before);
  giveName(row, act);
  applying.store.noteName(row);
  return 'modelled';
}

/** The item that `place-before` names; undefined: the end. Where the text has no item yet, each place is the same. */
function placeOf(act: Act): Row | undefined | 'unknown' {
  const place = act.stated.directions.get('place-before')?.value;
  const [first] = act.applying.store.of(act.menu);
  return place && first ? itemAt(place, first, act) : undefined;
}

/** The item before which others are put. Whatever a console has printed, number 0 is its first one. */
function itemAt(place: Value, first: Row, act: Act): Row | 'unknown' {
  if (place.kind === 'text' && place.text === '0') return first;
  const found = targets(place, act, false);
  return typeof found === 'string' ? 'unknown' : (found[0] ?? 'unknown');
}

/** Menus, below /interface all, whose items have names of their own. */
const unique =
  /^\/(?:interface (?!ethernet|bridge port|list member|wireguard peers)[a-z0-9-]+|interface ovpn-server server|ip (?:pool|vrf|dhcp-server)|queue (?:simple|tree|type)|routing table|ppp profile|system (?:script|scheduler))$/;

function sayTaken({ menu, stated, applying }: Act): void {
  const name = stated.properties.get('name');
  if (!name || !unique.test(menu.path)) return;
  // A page shows the same item more than once.
  if (!applying.store.isTaken(menu, name.text) || /^[ \t]*(?:```|~~~)/m.test(applying.text)) return;
  applying.say({
    id: 'rsc/name-taken',
    severity: 'error',
    what: {
      en: `Another item of ${menu.path} is called '${name.text}' already.`,
      id: `Sudah ada item ${menu.path} lain yang bernama '${name.text}'.`,
    },
    why: refused,
    do: {
      en: 'Give it another name, or change the first one with set.',
      id: 'Beri nama lain, atau ubah yang pertama dengan set.',
    },
    range: name.range,
  });
}

/** The router gives a name where none is stated: the first of `bridge1`, `bridge2` … that is free. */
function giveName(row: Row, { menu, command, applying }: Act): void {
  if (menu.names === undefined || row.properties.has('name')) return;
  const taken = new Set(applying.store.of(menu).map(({ properties }) => properties.get('name')?.text));
  let number = 1;
  while (taken.has(`${menu.names}${number}`)) number++;
  const { nameRange: range, statement } = command;
  row.properties.set('name', { text: `${menu.names}${number}`, range, name: range, statement });
}

function onTargets(act: Act): Outcome {
  const { stated, command } = act;
  const numbers = stated.directions.get('numbers')?.value;
  const named = numbers ? [numbers, ...stated.targets] : stated.targets;
  const [first, second] = named;
  if (!first) return sayNoTarget(act);
  const rows = targets(first, act);
  if (rows === 'unknown') return isOfTheRouter(act) ? 'modelled' : 'not-evaluated';
  if (rows === 'missing') return 'not-understood';
  if (command.name === 'comment' && second && !comment(second, act)) return 'not-evaluated';
  return command.name === 'move' ? move(rows, second, act) : change(rows, act);
}

/** Before the text has made any item of a menu, only what its router has can be removed or turned off. */
const isOfTheRouter = ({ command: { name }, menu, applying }: Act): boolean =>
  (name === 'remove' || name === 'disable') &&
  applying.scripted !== true &&
  applying.store.of(menu).length === 0;

const canMake = ({ command: { name }, applying }: Act): boolean =>
  applying.scripted !== true && (name === 'set' || name === 'enable' || name === 'disable');

function targets(value: Value, act: Act, create = canMake(act)): Targets {
  const { command, menu, applying } = act;
  return findTargets(value, { ...applying, menu, statement: command.statement, create });
}

/** `comment [find …] "text"`: the text may stand without its name; false where only a router could tell it. */
function comment(value: Value, { stated, command, applying }: Act): boolean {
  const text = applying.variables.literal(value);
  if (text === undefined) return false;
  stated.properties.set('comment', { text, range: value, name: value, statement: command.statement });
  return true;
}

function sayNoTarget({ command, menu, applying }: Act): Outcome {
  applying.say({
    id: 'rsc/missing-target',
    severity: 'error',
    what: {
      en: `Nothing says which item of ${menu.path} this '${command.name}' is for.`,
      id: `Tidak disebut item ${menu.path} mana yang dituju '${command.name}' ini.`,
    },
    why: {
      en: 'On a console the router would ask; an import stops here.',
      id: 'Di console router akan bertanya; import berhenti di sini.',
    },
    do: {
      en: `Write ${command.name} [find comment="…"], or the item's name.`,
      id: `Tulis ${command.name} [find comment="…"], atau nama item-nya.`,
    },
    range: command.nameRange,
  });
  return 'not-understood';
}

function move(rows: readonly Row[], to: Value | undefined, act: Act): Outcome {
  const value = to ?? act.stated.directions.get('destination')?.value;
  const [first] = act.applying.store.of(act.menu);
  const target = value && first ? itemAt(value, first, act) : undefined;
  if (target === 'unknown') return 'not-evaluated';
  act.applying.store.move(act.menu, rows, target);
  for (const row of rows) note(row, act.command);
  return 'modelled';
}

function change(rows: readonly Row[], act: Act): Outcome {
  const { command, menu, stated, applying, number } = act;
  if (command.name === 'remove') applying.store.remove(menu, rows);
  for (const found of rows) {
    const row = isTwin(found, act) ? addTwin(act) : found;
    row.statements.push(number);
    const before = interfaceName(row);
    note(row, command);
    changeRow(row, command, stated);
    applying.store.noteName(row);
    const after = interfaceName(row);
    if (before !== undefined && after !== undefined && after !== before)
      renameInterface(applying.store, before, { to: after, statement: command.statement });
  }
  return 'modelled';
}

/**
 * Virtual machines may have several ports of one `default-name`. An export states each port once: where it has stated a
 * port under that name, and now gives one another name, it means another one.
 */
function isTwin(row: Row, { command, menu, stated, applying }: Act): boolean {
  const own = row.properties.get('default-name')?.text;
  const given = stated.properties.get('name')?.text;
  const isStated = row.statements.length > 0 && own !== undefined && own === interfaceName(row);
  return (
    applying.version.text !== '' &&
    menu.path === '/interface ethernet' &&
    command.name === 'set' &&
    isStated &&
    given !== undefined &&
    given !== own
  );
}

/** A port that is known by the name that it gets: its `default-name` is not its own. */
function addTwin({ command, menu, stated, applying }: Act): Row {
  const factory = `default-name=${stated.properties.get('name')?.text ?? ''}`;
  return applying.store.add(menu, command.statement, { factory });
}

/** The name by which others refer to this row, where it is an interface. */
function interfaceName({ menu, properties }: Row): string | undefined {
  if (!/^\/interface [a-z-]+$/.test(menu) || menu === '/interface list') return undefined;
  return (properties.get('name') ?? properties.get('default-name'))?.text;
}

/** The statement that made a row, as `set` makes a factory item, does not change it too. */
function note(row: Row, { name, statement }: PlacedCommand): void {
  if (row.range !== statement) row.changes.push({ command: name, statement });
}

function changeRow(row: Row, command: PlacedCommand, stated: Stated): void {
  const { nameRange: range, statement } = command;
  const flag: Property = { text: command.name === 'disable' ? 'yes' : 'no', range, name: range, statement };
  if (command.name === 'enable' || command.name === 'disable') row.properties.set('disabled', flag);
  for (const [name, property] of stated.properties) row.properties.set(name, property);
  for (const name of stated.unset) row.properties.delete(name);
  const unset = stated.directions.get('value-name')?.value;
  if (command.name === 'unset' && unset?.kind === 'text') row.properties.delete(unset.text);
}
