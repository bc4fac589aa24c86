import type { Diagnostic } from '../../text/index.ts';
import type { OpenText } from './open-text.ts';

/** A text and everything that is wrong with it. */
export interface CheckedText {
  readonly text: OpenText;
  readonly diagnostics: readonly Diagnostic[];
}

/** How long a text must have been left alone before it is checked, in ms: some editors say one edit in several changes. */
const rest = 10;
/** A check that takes longer, in ms, is not begun for each letter: its text is left alone for half as long as it takes. */
const long = 250;
/** At most, in ms. */
const longestRest = 1000;
/** The first checks of a program take longer than all others. */
const remembered = 3;
/** How long the steps of a check may keep others waiting, in ms. */
const slice = 10;

/** Checks the states of one text: of those that come quickly the last one, and none to the end that is out of date. */
export class Checking {
  readonly #say: (checked: CheckedText) => void;
  readonly #report: (defect: unknown) => void;
  /** The state that is checked, or waits to be. */
  #current: OpenText | undefined;
  #timer: NodeJS.Timeout | undefined;
  #last: CheckedText | undefined;
  #waiting: ((checked: CheckedText | undefined) => void)[] = [];
  /** Its last checks, in ms. */
  #took: readonly number[] = [];

  /** `report`: what this program does wrong; the text is left unchecked then. */
  constructor(say: (checked: CheckedText) => void, report: (defect: unknown) => void) {
    this.#say = say;
    this.#report = report;
  }

  /** A state that will be checked: something is still to be read. */
  expect(text: OpenText): void {
    clearTimeout(this.#timer);
    this.#current = text;
  }

  /** A new state: what was begun for an older one is given up. */
  start(text: OpenText): void {
    this.expect(text);
    const takes = this.#took.length === 0 ? 0 : Math.min(...this.#took);
    const wait = takes > long ? Math.min(longestRest, takes / 2) : rest;
    this.#timer = setTimeout(() => {
      this.#check(text).catch(defect => {
        this.#report(defect);
        this.#answer(undefined);
      });
    }, wait);
  }

  /** The text was closed. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#current = undefined;
    this.#answer(undefined);
  }

  /** What is wrong with the last state, once it is known. */
  done(): Promise<CheckedText | undefined> {
    if (this.#current === undefined || this.#last?.text === this.#current) return Promise.resolve(this.#last);
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  async #check(text: OpenText): Promise<void> {
    const steps = text.check();
    let spent = 0;
    while (this.#current === text) {
      const { linted, took } = sliceOf(steps);
      spent += took;
      if (linted) {
        this.#took = [spent, ...this.#took].slice(0, remembered);
        this.#last = { text, diagnostics: linted.diagnostics };
        this.#say(this.#last);
        this.#answer(this.#last);
        return;
      }
      await new Promise(setImmediate);
    }
  }

  #answer(checked: CheckedText | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(checked);
  }
}

/** Steps until one slice of time is used up. */
function sliceOf(steps: ReturnType<OpenText['check']>) {
  const begun = performance.now();
  for (;;) {
    const step = steps.next();
    const took = performance.now() - begun;
    if (step.done) return { linted: step.value, took };
    if (took >= slice) return { linted: undefined, took };
  }
}
