import { changing } from '../commands/index.ts';
import type { Part, Script, Statement, Value, Word } from '../syntax/index.ts';

/** Menus whose items decide what becomes of packets, or when scripts run. */
const deciding =
  /^\/(?:interface|ip|ipv6|mpls|ppp|queue|routing)\b|^\/(?:tool netwatch|system (?:script|scheduler))\b/;

/** Menus below those that decide nothing about packets. */
const harmless =
  /^\/(?:ip (?:accounting|cloud|dhcp-client (?:renew|release)|dns cache|firewall connection(?! tracking)|neighbor|service|ssh|traffic-flow)|interface wireless (?:access-list|security-profiles)|ppp (?:aaa|active|secret))\b/;

export const decides = (menu: string): boolean => deciding.test(menu) && !harmless.test(menu);

const changes: ReadonlySet<string> = new Set(changing.filter(name => name !== 'edit'));

/** Commands that may do anything; those of a menu that are called so (`/user ssh-keys import`) do not. */
const anything = /^(?::execute|:import|\/import)$/;

/** May this code change what the model holds, whatever its conditions come to? */
export const couldChange = (script: Script, menu = ''): boolean => changedBy(script, menu).length > 0;

/** Menus whose items this code may change, whatever its conditions come to; undefined: any. */
export function touchedBy(script: Script, menu = ''): readonly string[] | undefined {
  const found = new Set(changedBy(script, menu));
  return found.has(any) ? undefined : [...found];
}

/** What stands for every menu. */
const any = '*';

// A script is asked about each time that it is run or passed over.
const known = new WeakMap<Script, Map<string, readonly string[]>>();

function changedBy(script: Script, menu: string): readonly string[] {
  const ofScript = known.get(script) ?? new Map<string, readonly string[]>();
  known.set(script, ofScript);
  const changed = ofScript.get(menu) ?? changedAnew(script, menu);
  ofScript.set(menu, changed);
  return changed;
}

function changedAnew(script: Script, menu: string): readonly string[] {
  let path = menu;
  return script.parts.flatMap(part => {
    path = menuAfter(part, path);
    return changedByPart(part, path);
  });
}

/** `/ip route` alone on its line. */
function menuAfter(part: Part, before: string): string {
  if (part.kind !== 'statement' || !part.words.every(isBare)) return before;
  const path = pathOf(part);
  return path.startsWith('/') && !path.split(' ').some(word => changes.has(word)) ? path : before;
}

function changedByPart(part: Part, menu: string): readonly string[] {
  if (part.kind === 'block-statement') return changedBy(part.script, menu);
  if (part.kind !== 'statement') return [];
  return [...acts(part, menu), ...part.words.flatMap(word => holds(word, menu))];
}

function acts(statement: Statement, menu: string): string[] {
  const [first] = statement.words;
  if (first?.kind === 'variable') return [any];
  if (first?.kind !== 'text') return [];
  if (first.text.startsWith(':')) return anything.test(first.text) ? [any] : [];
  const path = pathOf(statement);
  const words = path.split(' ');
  const [name = ''] = words;
  const isOfRoot = menu === '' && (name === 'import' || name === 'execute');
  if (anything.test(name) || isOfRoot || words.includes('run')) return [any];
  const command = words.findIndex(word => changes.has(word));
  if (command < 0) return [];
  const at = path.startsWith('/') ? words.slice(0, command).join(' ') : menu;
  if (at === '') return [any];
  return decides(path.startsWith('/') ? path : menu) ? [at] : [];
}

const isBare = (word: Word): boolean => word.kind === 'text' && !word.quoted;

/** `/ip route add`, however its slashes and blanks are written. */
function pathOf({ words }: Statement): string {
  const bare: string[] = [];
  for (const word of words) {
    if (word.kind !== 'text' || word.quoted) break;
    bare.push(word.text);
  }
  const text = bare.join(' ');
  const parts = text.split(/[\s/]+/).filter(part => part !== '');
  return `${text.startsWith('/') ? '/' : ''}${parts.join(' ')}`;
}

const holds = (word: Word, menu: string): readonly string[] =>
  valueHolds(word.kind === 'argument' ? word.value : word, menu);

function valueHolds(value: Value, menu: string): readonly string[] {
  switch (value.kind) {
    case 'block':
    case 'command':
      return changedBy(value.script, menu);
    case 'mixed':
      return value.parts.flatMap(part => valueHolds(part, menu));
    default:
      return [];
  }
}

/** Names that code sets, so that nobody knows them after it may have run. */
export function namesSet(script: Script): string[] {
  return script.parts.flatMap(part => {
    if (part.kind === 'block-statement') return namesSet(part.script);
    return part.kind === 'statement' ? setBy(part) : [];
  });
}

function setBy({ words }: Statement): string[] {
  const [keyword, name, value] = words;
  const sets = keyword?.kind === 'text' && /^:?(?:set|global)$/.test(keyword.text) && value !== undefined;
  const named = sets && name?.kind === 'text' ? [name.text] : [];
  return [...named, ...words.flatMap(setIn)];
}

function setIn(word: Word): string[] {
  const value = word.kind === 'argument' ? word.value : word;
  return value.kind === 'block' || value.kind === 'command' ? namesSet(value.script) : [];
}

/** Does this code call functions? */
export function callsFunctions(script: Script): boolean {
  return script.parts.some(part => {
    if (part.kind === 'block-statement') return callsFunctions(part.script);
    if (part.kind !== 'statement') return false;
    return part.words[0]?.kind === 'variable' || part.words.some(callsIn);
  });
}

function callsIn(word: Word): boolean {
  const value = word.kind === 'argument' ? word.value : word;
  return (value.kind === 'block' || value.kind === 'command') && callsFunctions(value.script);
}

/** May this code make items, or leave something to what follows? */
export function adds(script: Script): boolean {
  if (namesSet(script).length > 0 || callsFunctions(script)) return true;
  return script.parts.some(part => {
    if (part.kind === 'block-statement') return adds(part.script);
    if (part.kind !== 'statement') return false;
    return part.words.some(word => (isBare(word) && /(?:^|\/)add$/.test(textIn(word))) || addsIn(word));
  });
}

const textIn = (word: Word): string => (word.kind === 'text' ? word.text : '');

function addsIn(word: Word): boolean {
  const value = word.kind === 'argument' ? word.value : word;
  return (value.kind === 'block' || value.kind === 'command') && adds(value.script);
}

/** May running this code keep what follows from running? */
export function couldStop(script: Script): boolean {
  return script.parts.some(part => {
    if (part.kind === 'block-statement') return couldStop(part.script);
    if (part.kind !== 'statement') return false;
    const [first] = part.words;
    const stops = first?.kind === 'text' && /^(?::?(?:error|return)|:?\/?quit|:exit)$/.test(first.text);
    return stops || part.words.some(stopsIn);
  });
}

function stopsIn(word: Word): boolean {
  const value = word.kind === 'argument' ? word.value : word;
  return value.kind === 'block' && couldStop(value.script);
}
