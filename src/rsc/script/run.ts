import { type Item, type Router, scriptPosition } from '../../model/index.ts';
import type { Span } from '../../text/index.ts';
import { parse, type Range, type Source } from '../syntax/index.ts';
import { type Around, Questions } from './around.ts';
import { bare, type Code, type Place, type Why } from './datum.ts';
import { couldChange, touchedBy } from './effects.ts';
import type { Forgotten } from './forgotten.ts';
import { Interpreter } from './interpreter.ts';
import { type Globals, KnownRuns, startKey } from './known-runs.ts';
import type { Host } from './machine.ts';
import { rebuilt } from './rebuild.ts';
import { RouterStore } from './router-store.ts';

/** A script as an item of the router holds it. */
export interface HeldScript {
  readonly item: Item;
  /** `up-script`, `on-event`, `source` … */
  readonly property: string;
  /** The script, or the name of one of `/system script`. */
  readonly text: string;
}

/** A statement of a script whose effect is not certain. */
export interface OpenStatement {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  readonly why: Why;
  /** Menus whose items it may change; undefined: any. */
  readonly touched: readonly string[] | undefined;
}

export interface ScriptRun {
  /** The same object where nothing changed. */
  readonly router: Router;
  readonly open: readonly OpenStatement[];
  /** Connections that it removes; undefined: some that only a router could tell. */
  readonly forgotten: readonly (Forgotten | undefined)[];
}

/** Variables that an event gives to its script. */
export type Given = Readonly<Record<string, string>>;

export interface RunOptions extends Around {
  readonly given?: Given;
  /** What scripts leave to each other; is changed. */
  readonly globals?: Globals;
}

const knownRuns = new KnownRuns<ScriptRun>();

/** Carries out a script on a router (docs/routeros.md#script-statements). Never throws. */
export function runScript(router: Router, held: HeldScript, options: RunOptions): ScriptRun {
  const programs = new Programs(router);
  const code = programs.of(held);
  const { given = {}, globals = new Map() } = options;
  const key = startKey(given, globals);
  const same = knownRuns.find(router, code, key, options, globals);
  if (same) return same;
  const questions = new Questions(options);
  const { after, open, forgotten } = carriedOut(router, programs, code, { given, globals, questions });
  const run: ScriptRun = { router: after(), open, forgotten };
  knownRuns.add(router, code, key, { run, learned: questions.learned(), globals });
  return run;
}

/** The statements of a script whose effect is not certain, without the router that it would make. */
export function openStatements(router: Router, held: HeldScript, options: RunOptions): ScriptRun['open'] {
  const programs = new Programs(router);
  const { given = {}, globals = new Map() } = options;
  const start: Start = { given, globals, questions: new Questions(options) };
  return carriedOut(router, programs, programs.of(held), start).open;
}

/** What a run has around it. */
interface Start {
  readonly given: Given;
  readonly globals: Globals;
  readonly questions: Questions;
}

/** A run whose router is still to be made of the rows that it has left. */
interface CarriedOut extends Omit<ScriptRun, 'router'> {
  readonly after: () => Router;
}

function carriedOut(router: Router, programs: Programs, code: Program, start: Start): CarriedOut {
  const store = new RouterStore(router, start.questions);
  const sources = new Map<Range, Source>();
  const forgotten: (Forgotten | undefined)[] = [];
  const host: Host = {
    sources,
    store,
    version: router.version,
    globals: start.globals,
    number: 0,
    scripted: true,
    script: name => programs.byName(name),
    say: () => undefined,
    forget: one => forgotten.push(one),
    shown: (row, property) => store.shown(row, property),
    answer: place => start.questions.answer(programs.spanOf(place).start.line),
  };
  const interpreter = new Interpreter(host);
  const given = Object.entries(start.given).map(([name, value]) => [name, bare(value)] as const);
  const flow = interpreter.start(code, Object.fromEntries(given));
  // What ends a script that changes nothing is no concern of anybody.
  if (flow?.kind === 'failed' && flow.meant !== true && couldChange(code.script))
    interpreter.open('failed', flow.place, touchedBy(code.script));
  const locate = (range: Range): Span =>
    programs.spanOf({ source: sources.get(range) ?? code.source, range });
  return {
    after: () => rebuilt(router, store, locate),
    forgotten,
    open: interpreter.openings.map(({ place, why, touched }) => ({
      touched,
      span: programs.spanOf(place),
      text: textAt(place),
      why,
    })),
  };
}

const textAt = ({ source, range }: Place): string => source.text.slice(range.start, range.end).trim();

/** May this script change what the router does, however its conditions come out? */
export function scriptCouldChange(router: Router, held: HeldScript): boolean {
  return couldChange(new Programs(router).of(held).script);
}

/** Does this script say that connections are removed? */
export function scriptForgets(router: Router, held: HeldScript): boolean {
  return /firewall[\s/]+connection\b(?![\s/]+tracking)/.test(new Programs(router).of(held).source.text);
}

interface Program extends Code {
  readonly held: HeldScript;
}

/** Longer scripts are parsed each time: a tree is ten times its text. */
const longestHeld = 65_536;
const parsed = new WeakMap<Item, Map<string, Program>>();

/** The same script is run in every state of the world: it is parsed once for as long as its item lives. */
function programOf(held: HeldScript): Program {
  const ofItem = parsed.get(held.item) ?? new Map<string, Program>();
  const known = ofItem.get(held.property);
  if (known?.held.text === held.text) return known;
  const { source, script } = parse(held.text, held.item.origin.span.file);
  const program: Program = { kind: 'code', source, script, held };
  if (held.text.length <= longestHeld) parsed.set(held.item, ofItem.set(held.property, program));
  return program;
}

/** Scripts of a router that were parsed. */
class Programs {
  readonly #router: Router;
  readonly #known = new Map<Source, Program>();
  readonly #named = new Map<string, Program>();

  constructor(router: Router) {
    this.#router = router;
  }

  /** A property holds the script itself, or the name of one. */
  of(held: HeldScript): Program {
    const name = held.text.trim();
    return (/^[^\s:;/={}[\]$"]+$/.test(name) ? this.byName(name) : undefined) ?? this.#parse(held);
  }

  byName(name: string): Program | undefined {
    const known = this.#named.get(name);
    if (known) return known;
    const item = this.#router.plain.find(
      one => one.menu === '/system script' && one.properties['name'] === name,
    );
    const source = item?.properties['source'];
    if (!item || source === undefined) return undefined;
    const program = this.#parse({ item, property: 'source', text: source });
    this.#named.set(name, program);
    return program;
  }

  #parse(held: HeldScript): Program {
    const program = programOf(held);
    this.#known.set(program.source, program);
    return program;
  }

  /** Where a part of a script stands in the text of the configuration. */
  spanOf({ source, range }: Place): Span {
    const held = this.#known.get(source)?.held;
    const { span } = held?.item.origin ?? { span: { file: source.file, start: origin, end: origin } };
    if (!held) return span;
    const at = (offset: number) => {
      const place = scriptPosition(held.item, held.property, offset);
      return place ? { offset: span.start.offset, ...place } : undefined;
    };
    const [start, end] = [at(range.start), at(range.end)];
    return start && end ? { file: span.file, start, end } : span;
  }
}

const origin = { offset: 0, line: 1, column: 1 };
