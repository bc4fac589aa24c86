import { counted } from '../../text/index.ts';
import type { Problem } from '../syntax/index.ts';

/** So many of one kind are listed; the rest is counted. A wrong text has hundreds of thousands, which nobody reads. */
export const mostListed = 10_000;

type Severities = (severity: Problem['severity']) => boolean;

/** What is wrong with a text, held as small as it can be: where each error is, and the first of each kind. */
export class ProblemList {
  readonly #kinds = new Map<string, Problem[]>();
  readonly #further = new Map<string, number>();
  readonly #errorsAt: number[] = [];

  constructor(problems: Iterable<Problem> = []) {
    for (const problem of problems) this.push(problem);
  }

  push(problem: Problem): void {
    if (problem.severity === 'error') this.#errorsAt.push(problem.range.start);
    this.#list(problem);
  }

  /** The start of every error, listed or not. */
  get errorsAt(): readonly number[] {
    return this.#errorsAt;
  }

  /** Adds what another list has of these severities. */
  take(other: ProblemList, severities: Severities = () => true): void {
    for (const [kind, problems] of other.#kinds) {
      const [first] = problems;
      if (!first || !severities(first.severity)) continue;
      for (const problem of problems) this.#list(problem);
      this.#add(kind, other.#further.get(kind) ?? 0);
    }
    for (const at of severities('error') ? other.#errorsAt : []) this.#errorsAt.push(at);
  }

  /** All that is listed, each kind in the order in which it was found; of a kind that has more, how many those are. */
  *all(): Iterable<Problem> {
    for (const [kind, problems] of this.#kinds) {
      yield* problems;
      const last = problems.at(-1);
      const further = this.#further.get(kind);
      if (last && further !== undefined) yield notListed(last, further);
    }
  }

  #list(problem: Problem): void {
    const kind = `${problem.severity} ${problem.id}`;
    const known = this.#kinds.get(kind);
    if (!known) this.#kinds.set(kind, [problem]);
    else if (known.length < mostListed) known.push(problem);
    else this.#add(kind, 1);
  }

  #add(kind: string, count: number): void {
    if (count > 0) this.#further.set(kind, (this.#further.get(kind) ?? 0) + count);
  }
}

const notListed = ({ id, severity, range }: Problem, count: number): Problem => ({
  id,
  severity,
  what: {
    en: `${counted(count, 'further finding')} of this kind ${count === 1 ? 'is' : 'are'} not listed.`,
    id: `${count} temuan lain sejenis tidak ditampilkan.`,
  },
  do: {
    en: 'Mend those that are listed, then read the text again.',
    id: 'Perbaiki yang ditampilkan, lalu baca teksnya lagi.',
  },
  range,
});
