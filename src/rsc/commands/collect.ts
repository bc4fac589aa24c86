import type { Part, Problem, Said, Script, Statement } from '../syntax/index.ts';
import type { Command, Resolved } from './command.ts';
import { changing } from './command-names.ts';
import { hasAll, type Inference, inferMenu } from './infer.ts';
import { type MenuNode, menuAt, rootMenu } from './menu-names.ts';
import { resolve } from './resolve.ts';
import { type MenuBlock, menuBlock } from './segments.ts';

/** All statements of a text in order, each with its menu and command. */
export interface Collected {
  /** Who carries them out takes them out one by one: with its words a statement is several times its text. */
  readonly statements: Resolved[];
  /** `:do { … }` around statements of their own. */
  readonly around: ReadonlySet<Resolved>;
  readonly problems: readonly Problem[];
}

interface Walk {
  menu: MenuNode | string;
  /** The menu that held where the Markdown fence before this one ended. */
  before: MenuNode | undefined;
  readonly statements: Resolved[];
  readonly around: Set<Resolved>;
  readonly problems: Problem[];
  readonly say: (problem: Problem) => void;
  run: Run | undefined;
}

/** Consecutive statements for which the same menu was inferred: said once. */
interface Run {
  readonly inference: Inference;
  readonly first: Statement;
  count: number;
}

/** Resolves every statement of a tree, following menu lines, prompts and blocks. */
export function collect(script: Script): Collected {
  const problems: Problem[] = [];
  const walk: Walk = {
    menu: rootMenu,
    before: undefined,
    statements: [],
    around: new Set(),
    problems,
    say: problem => problems.push(problem),
    run: undefined,
  };
  collectScript(script, walk);
  endRun(walk);
  const { statements, around } = walk;
  return { statements, around, problems };
}

function collectScript(script: Script, walk: Walk): void {
  for (const part of script.parts) collectPart(part, walk);
}

function collectPart(part: Part, walk: Walk): void {
  if (part.kind === 'statement') collectStatement(part, walk);
  else if (part.kind === 'prompt') walk.menu = menuAt(part.path) ?? rootMenu;
  else if (part.kind === 'block-statement') collectBlock(part.script, walk);
  else if (part.kind === 'noise' && part.what === 'fence') beginFence(walk);
}

/** Each fence starts at the root menu; a command without a path may go on where the last one ended. */
function beginFence(walk: Walk): void {
  if (typeof walk.menu !== 'string' && walk.menu !== rootMenu) walk.before = walk.menu;
  walk.menu = rootMenu;
}

function collectStatement(statement: Statement, walk: Walk): void {
  const block = menuBlock(statement);
  if (block && collectInMenu(block, walk)) return;
  const { menu, resolved } = resolve(statement, walk.menu, walk.say);
  walk.menu = menu;
  if (!resolved) return;
  if (resolved.kind === 'scripting') collectScripting(statement, resolved, walk);
  else
    walk.statements.push(
      resolved.kind === 'command' && resolved.menu === '' ? withMenu(resolved, walk) : resolved,
    );
}

/** The menu holds inside of the braces only; false where the words before them are no menu. */
function collectInMenu({ path, script }: MenuBlock, walk: Walk): boolean {
  const { menu: outer } = walk;
  const { menu, resolved } = resolve(path, outer, () => undefined);
  if (resolved) return false;
  walk.menu = menu;
  collectScript(script, walk);
  walk.menu = outer;
  return true;
}

/** The statements of `:do { … }` are statements like others; all other scripting is carried out as a whole. */
function collectScripting(statement: Statement, resolved: Resolved, walk: Walk): void {
  const body = bodyOfDo(statement);
  if (body) walk.around.add(resolved);
  walk.statements.push(resolved);
  if (body) collectBlock(body, walk);
}

/** `:do { … } on-error={ … }` runs its block once; with `while=` it depends. */
function bodyOfDo({ words }: Statement): Script | undefined {
  const [keyword, block, ...rest] = words;
  if (keyword?.kind !== 'text' || !/^:?do$/.test(keyword.text)) return undefined;
  const plain = rest.every(word => word.kind === 'argument' && word.name === 'on-error');
  return block?.kind === 'block' && plain ? block.script : undefined;
}

function collectBlock(script: Script, walk: Walk): void {
  const { menu } = walk;
  collectScript(script, walk);
  walk.menu = menu;
}

/** A command without any path above it: its properties must tell the menu. */
function withMenu(command: Command, walk: Walk): Resolved {
  if (!changing.some(name => name === command.name) || isSettingVariable(command))
    return actingAtRoot(command);
  if (walk.before && goesOn(command, walk.before.path)) {
    walk.menu = walk.before;
    return { ...command, menu: walk.before.path };
  }
  const inference = inferMenu(command);
  if (!inference) return withoutMenu(command, walk);
  if (walk.run?.inference.menu === inference.menu) walk.run.count++;
  else {
    endRun(walk);
    walk.run = { inference, first: command.statement, count: 1 };
  }
  return { ...command, menu: inference.menu, inferred: true };
}

/** `/import`, `/ping`: commands of the root menu act and leave no configuration. */
function actingAtRoot({ statement }: Command): Resolved {
  return { kind: 'scripting', menu: '', statement, from: statement.start };
}

/** Does a command without a path belong to the menu of the fence before? */
function goesOn(command: Command, path: string): boolean {
  return command.arguments.length > 0 && (hasAll(path, command) ?? !inferMenu(command));
}

/** `set name "value"` at the root is `:set`. */
function isSettingVariable({ name, arguments: named, positional }: Command): boolean {
  return name === 'set' && named.length === 0 && positional.length === 2;
}

function endRun({ run, problems }: Walk): void {
  if (!run) return;
  const { inference, first, count } = run;
  const { menu, because } = inference;
  const en =
    count === 1
      ? 'No menu path stands above this line; it is'
      : `No menu path stands above these ${count} lines; they are`;
  const id =
    count === 1
      ? 'Tidak ada path menu di atas baris ini; dibaca'
      : `Tidak ada path menu di atas ${count} baris ini; dibaca`;
  problems.push({
    id: 'rsc/inferred-menu',
    severity: 'warning',
    what: {
      en: `${en} read as ${menu} because of ${because.join(' and ')}.`,
      id: `${id} sebagai ${menu} karena ${because.join(' dan ')}.`,
    },
    why: withoutIt,
    do: { en: `Write ${menu} above.`, id: `Tulis ${menu} di atasnya.` },
    range: first,
  });
}

function withoutMenu(command: Command, walk: Walk): Resolved {
  walk.problems.push({
    id: 'rsc/no-menu',
    severity: 'error',
    what: {
      en: `No menu path stands above this '${command.name}', and its properties do not tell which it belongs to.`,
      id: `Tidak ada path menu di atas '${command.name}' ini, dan propertinya tidak menunjukkan menunya.`,
    },
    why: withoutIt,
    do: {
      en: 'Write the menu above, such as /ip route.',
      id: 'Tulis menunya di atas, misalnya /ip route.',
    },
    range: command.nameRange,
  });
  const { statement } = command;
  return { kind: 'not-understood', menu: '', statement, from: statement.start };
}

const withoutIt: Said = {
  en: 'A router cannot import a command without its menu.',
  id: 'Router tidak bisa mengimpor perintah tanpa menunya.',
};
