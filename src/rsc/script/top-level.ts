import type { RouterOsVersion } from '../../model/index.ts';
import { menuAt, type Scripting, type Variables } from '../commands/index.ts';
import type { Store } from '../rows/index.ts';
import type { Problem, Source, Statement, Value } from '../syntax/index.ts';
import { propertyTextOf } from './datum.ts';
import { Interpreter } from './interpreter.ts';
import type { Frame, Host } from './machine.ts';

/** Keywords whose effect is known once they have been carried out; all others show or compute something. */
const lasting = /^:?(?:local|global|set|if|for|foreach|while|do|onerror|retry)$/;

/** Scripting between the statements of a configuration: variables, and what loops and conditions make. */
export class TopLevel implements Variables {
  readonly #host: Host;
  readonly #interpreter: Interpreter;
  readonly #frame: Frame;
  readonly #said = new Set<string>();
  #entered: { readonly path: string; readonly menu: Frame['menu'] } = { path: '', menu: menuAt('') ?? '' };

  constructor(source: Source, version: RouterOsVersion, store: Store, say: (problem: Problem) => void) {
    this.#host = {
      store,
      version,
      globals: new Map(),
      number: 0,
      scripted: false,
      script: () => 'unknown',
      say: problem => this.#once(problem, say),
    };
    this.#interpreter = new Interpreter(this.#host);
    this.#frame = this.#interpreter.frame(source);
  }

  /** The menu of the command whose values are asked for next: `[find …]` in them is of that menu. */
  enter(menu: string): void {
    // Most statements stand in the menu of the one before.
    if (menu !== this.#entered.path) this.#entered = { path: menu, menu: menuAt(menu) ?? menu };
    this.#frame.menu = this.#entered.menu;
  }

  literal(value: Value): string | undefined {
    // Nearly all values are plain words.
    if (value.kind === 'text') return value.text;
    return propertyTextOf(this.#interpreter.evaluate(value, this.#frame));
  }

  /** Carries out a statement; false where it is not certain what a router would have done. */
  run({ statement, menu }: Scripting, number: number): boolean {
    const { openings } = this.#interpreter;
    const before = openings.length;
    this.#host.number = number;
    this.enter(menu);
    const flow = this.#interpreter.statement(statement, this.#frame);
    return flow === undefined && openings.length === before && this.#lasts(statement);
  }

  #lasts({ words: [keyword, name] }: Statement): boolean {
    if (keyword?.kind === 'variable') return true;
    if (keyword?.kind !== 'text' || !lasting.test(keyword.text)) return false;
    const isNamed = /^:?(?:local|global|set)$/.test(keyword.text) && name?.kind === 'text';
    return !isNamed || this.#frame.scope.get(name.text)?.kind !== 'unknown';
  }

  /** A loop makes the same mistake at each turn. */
  #once(problem: Problem, say: (problem: Problem) => void): void {
    const key = `${problem.id} ${problem.range.start}`;
    if (!this.#said.has(key)) say(problem);
    this.#said.add(key);
  }
}
