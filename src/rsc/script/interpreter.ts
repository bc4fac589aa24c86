import { menuBlock, rootMenu } from '../commands/index.ts';
import type { Part, Range, Script, Source, Statement, Value, Word } from '../syntax/index.ts';
import {
  type Code,
  type Datum,
  nothing,
  type Place,
  type Unknown,
  unknown,
  unknownIn,
  type Why,
} from './datum.ts';
import { couldChange, touchedBy } from './effects.ts';
import { answerTo, isFunction } from './functions.ts';
import { runKeyword, runsCode } from './keywords.ts';
import type { Flow, Frame, Host, Machine, Opening } from './machine.ts';
import { commandOf, commandResult, runCommand } from './menu-command.ts';
import { Scope } from './scope.ts';
import { worthOf } from './values.ts';

/** How far a script is followed: statements in all, and calls within calls. */
const longest = 10_000;
const deepest = 40;

/** Carries out scripts on a router; what is not certain is noted and left. */
export class Interpreter implements Machine {
  readonly host: Host;
  readonly openings: Opening[] = [];
  #steps = 0;

  constructor(host: Host) {
    this.host = host;
  }

  /** A frame for statements of a text, with the variables that its event gives. */
  frame(source: Source, variables: Readonly<Record<string, Datum>> = {}): Frame {
    const scope = new Scope(this.host.globals);
    for (const [name, value] of Object.entries(variables)) scope.declare(name, value);
    return { source, scope, menu: rootMenu, depth: 0 };
  }

  evaluate(value: Value, frame: Frame): Datum {
    return worthOf(value, frame, this);
  }

  block(script: Script, frame: Frame): Flow {
    if (frame.depth > deepest) return this.#tooLong(script, frame);
    const inner = { ...frame, scope: frame.scope.inner(), depth: frame.depth + 1 };
    return this.parts(script.parts, inner);
  }

  parts(parts: readonly Part[], frame: Frame): Flow {
    for (const part of parts) {
      const flow = this.#part(part, frame);
      if (flow?.kind === 'lost') this.#leave(parts.slice(parts.indexOf(part) + 1), flow, frame);
      if (flow) return flow;
    }
    return undefined;
  }

  /** Nobody knows whether these run. */
  #leave(parts: readonly Part[], { why, place }: Flow & { kind: 'lost' }, frame: Frame): void {
    const script = { start: 0, end: 0, parts };
    const menu = menuPath(frame);
    if (couldChange(script, menu)) this.open(why, place, touchedBy(script, menu));
  }

  #part(part: Part, frame: Frame): Flow {
    if (part.kind === 'block-statement') return this.block(part.script, frame);
    return part.kind === 'statement' ? this.statement(part, frame) : undefined;
  }

  statement(statement: Statement, frame: Frame): Flow {
    if (!this.step(statement, frame)) return this.#tooLong(statement, frame);
    const [first] = statement.words;
    if (first?.kind === 'variable') return withoutValue(this.#called(statement, frame));
    if (first?.kind === 'command' && statement.words.length === 1)
      return this.#inBrackets(first.script, frame);
    const handled = runKeyword(statement, frame, this);
    return handled ? handled.flow : this.#command(statement, frame);
  }

  /** `[/ip route disable 0]` alone. */
  #inBrackets(script: Script, frame: Frame): Flow {
    const [part] = script.parts;
    return part?.kind === 'statement' ? withoutValue(this.parts(script.parts, { ...frame })) : undefined;
  }

  #command(statement: Statement, frame: Frame): Flow {
    const inside = menuBlock(statement);
    if (inside) return this.#inMenu(inside.path, inside.script, frame);
    const command = commandOf(statement, frame);
    if (command === undefined) return this.#notUnderstood(statement, frame);
    return command === 'menu' ? undefined : runCommand(command, frame, this);
  }

  /** `/ip address { … }` */
  #inMenu(path: Statement, script: Script, frame: Frame): Flow {
    const inner = { ...frame };
    return commandOf(path, inner) === 'menu' ? this.block(script, inner) : this.#notUnderstood(path, frame);
  }

  #notUnderstood(statement: Statement, frame: Frame): Flow {
    const script = { ...statement, parts: [statement] };
    const place = { source: frame.source, range: statement };
    const menu = menuPath(frame);
    if (couldChange(script, menu)) this.open('statement', place, touchedBy(script, menu));
    return undefined;
  }

  result(statement: Statement, frame: Frame): Datum {
    if (!this.step(statement, frame)) return this.unknown('length', statement, frame);
    const [first, ...words] = statement.words;
    if (first?.kind === 'variable') return resultOf(this.#called(statement, frame));
    const name = first?.kind === 'text' ? first.text : '';
    if (isFunction(name.replace(/^:/, '')) && name !== 'find')
      return this.#answer(name.replace(/^:/, ''), words, statement, frame);
    const handled = runsCode(statement) ? runKeyword(statement, frame, this) : undefined;
    if (handled) return resultOf(handled.flow);
    if (name.startsWith(':')) return this.unknown('command', statement, frame);
    const inner = { ...frame };
    const command = commandOf(statement, inner);
    const datum =
      command === undefined || command === 'menu' ? undefined : commandResult(command, inner, this);
    return datum ?? this.unknown('command', statement, frame);
  }

  #answer(name: string, words: readonly Word[], range: Range, frame: Frame): Datum {
    const values = words.map(word => this.evaluate(word.kind === 'argument' ? word.value : word, frame));
    const lacking = values.find(value => unknownIn(value));
    return answerTo(name, values) ?? lacking ?? this.unknown('operation', range, frame);
  }

  /** `$f 1 name=2` */
  #called({ words, ...range }: Statement, frame: Frame): Flow {
    const [name, ...given] = words;
    const code = name && name.kind !== 'argument' ? this.evaluate(name, frame) : nothing;
    if (code.kind !== 'code') {
      const why = code.kind === 'unknown' ? code.why : 'operation';
      this.open(why, { source: frame.source, range });
      return { kind: 'return', value: this.unknown(why, range, frame) };
    }
    if (frame.depth > deepest) return this.#tooLong(range, frame);
    const scope = frame.scope.apart();
    let position = 0;
    for (const word of given) {
      if (word.kind === 'argument') scope.declare(word.name, this.evaluate(word.value, frame));
      else scope.declare(`${++position}`, this.evaluate(word, frame));
    }
    return this.parts(code.script.parts, {
      source: code.source,
      scope,
      menu: rootMenu,
      depth: frame.depth + 1,
    });
  }

  /** The script of an event, with the variables that the event gives. */
  start({ source, script }: Code, variables: Readonly<Record<string, Datum>>): Flow {
    return this.parts(script.parts, this.frame(source, variables));
  }

  run(code: Code, frame: Frame): Flow {
    if (frame.depth > deepest) return this.#tooLong(code.script, frame);
    const { source, script } = code;
    return this.parts(script.parts, {
      source,
      scope: frame.scope.apart(),
      menu: rootMenu,
      depth: frame.depth + 1,
    });
  }

  open(why: Why, place: Place, touched?: readonly string[]): void {
    const { source, range } = place;
    const at = this.openings.findIndex(
      one => one.place.source === source && one.place.range.start === range.start,
    );
    const known = this.openings[at];
    if (known) this.openings[at] = { ...known, touched: both(known.touched, touched) };
    else this.openings.push({ why, place, touched });
  }

  unknown(why: Why, range: Range, { source }: Frame): Unknown {
    return unknown(why, { source, range });
  }

  step(range: Range, frame: Frame): boolean {
    if (++this.#steps <= longest) return true;
    this.open('length', { source: frame.source, range });
    return false;
  }

  #tooLong(range: Range, { source }: Frame): Flow {
    const place = { source, range };
    this.open('length', place);
    return { kind: 'lost', why: 'length', place };
  }
}

const both = (one: Opening['touched'], other: Opening['touched']): Opening['touched'] =>
  one && other && [...new Set([...one, ...other])];

/** What a function returns is nothing to the statement that calls it. */
const withoutValue = (flow: Flow): Flow => (flow?.kind === 'return' ? undefined : flow);

const menuPath = ({ menu }: Frame): string => (typeof menu === 'string' ? menu : menu.path);

function resultOf(flow: Flow): Datum {
  if (flow?.kind === 'return') return flow.value;
  return flow?.kind === 'lost' || flow?.kind === 'failed' ? unknown('command', flow.place) : nothing;
}
