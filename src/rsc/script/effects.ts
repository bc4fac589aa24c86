import { changing } from '../commands/index.ts';
import type { Part, Script, Statement, Value, Word } from '../syntax/index.ts';

/** Menus whose items decide what becomes of packets, or when scripts run. */
const deciding =
  /^\/(?:interface|ip|ipv6|mpls|ppp|queue|routing)\b|^\/(?:tool netwatch|system (?:script|scheduler))\b/;

/** Menus below those that decide nothing about packets. */
const harmless = /^\/ip (?:cloud|service|ssh|neighbor|traffic-flow|dhcp-client (?:renew|release))\b/;

export const decides = (menu: string): boolean => deciding.test(menu) && !harmless.test(menu);

const changes: ReadonlySet<string> = new Set(changing.filter(name => name !== 'edit'));

/** Commands that may do anything. */
const anything = /^(?::?(?:execute|import)|\/import|run)$/;

/** May this code change what the model holds, whatever its conditions come to? */
export function couldChange(script: Script, menu = ''): boolean {
  let path = menu;
  return script.parts.some(part => {
    path = menuAfter(part, path);
    return partCouldChange(part, path);
  });
}

/** `/ip route` alone on its line. */
function menuAfter(part: Part, before: string): string {
  if (part.kind !== 'statement' || !part.words.every(isBare)) return before;
  const path = pathOf(part);
  return path.startsWith('/') && !path.split(' ').some(word => changes.has(word)) ? path : before;
}

function partCouldChange(part: Part, menu: string): boolean {
  if (part.kind === 'block-statement') return couldChange(part.script, menu);
  return part.kind === 'statement' && (acts(part, menu) || part.words.some(word => holds(word, menu)));
}

function acts(statement: Statement, menu: string): boolean {
  const [first] = statement.words;
  if (first?.kind === 'variable') return true;
  if (first?.kind !== 'text') return false;
  if (first.text.startsWith(':')) return anything.test(first.text);
  const path = pathOf(statement);
  const words = path.split(' ');
  if (words.some(word => anything.test(word))) return true;
  if (!words.some(word => changes.has(word))) return false;
  const at = path.startsWith('/') ? path : menu;
  return at === '' || decides(at);
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

const holds = (word: Word, menu: string): boolean =>
  valueHolds(word.kind === 'argument' ? word.value : word, menu);

function valueHolds(value: Value, menu: string): boolean {
  switch (value.kind) {
    case 'block':
    case 'command':
      return couldChange(value.script, menu);
    case 'mixed':
      return value.parts.some(part => valueHolds(part, menu));
    default:
      return false;
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
