import type { Exploration, Link, Outcome } from './explore.ts';

/** All ways of an exploration as a tree: what is asked first is nearest to the root. */
export type Decisions<T> =
  | { readonly kind: 'end'; readonly outcome: Outcome<T> }
  | {
      readonly kind: 'asked';
      readonly point: number;
      readonly ways: readonly Decisions<T>[];
      /** False: the exploration ended before all choices were walked. */
      readonly complete: boolean;
    };

/** The tree of an exploration; undefined where no way exists. Ways that met share the branch behind that place. */
export function decisionsOf<T>(exploration: Exploration<T>): Decisions<T> | undefined {
  return new Tree(exploration).from([], exploration.complete);
}

/** An outcome, or a way that goes on as another. */
type Entry<T> = Outcome<T> | Link;

class Tree<T> {
  readonly #entries: readonly Entry<T>[];
  readonly #known = new Map<string, Decisions<T> | undefined>();

  constructor({ outcomes, links }: Exploration<T>) {
    this.#entries = [...outcomes, ...links];
  }

  /** The branch behind these choices. */
  from(choices: readonly number[], complete: boolean): Decisions<T> | undefined {
    const name = choices.join();
    if (this.#known.has(name)) return this.#known.get(name);
    const entries = this.#entries.filter(({ picks }) =>
      choices.every((choice, i) => picks[i]?.choice === choice),
    );
    const branch = this.#branch(entries, choices.length, complete);
    this.#known.set(name, branch);
    return branch;
  }

  #branch(entries: readonly Entry<T>[], depth: number, complete: boolean): Decisions<T> | undefined {
    const [first] = entries;
    if (!first) return undefined;
    const pick = first.picks[depth];
    // What was met was walked to its end before.
    if (!pick) return 'to' in first ? this.from(first.to, true) : { kind: 'end', outcome: first };
    const groups = Array.from({ length: pick.size }, (_, choice) =>
      entries.filter(({ picks }) => picks[depth]?.choice === choice),
    );
    // Ways are walked in order: only the last of them can have been cut short.
    const last = groups.findLastIndex(group => group.length > 0);
    const ways = groups.flatMap((group, i) => this.#branch(group, depth + 1, complete || i < last) ?? []);
    return { kind: 'asked', point: pick.point, ways, complete };
  }
}

/** A tree without what makes no difference: how it ends, as text, and the open points that matter for it. */
export interface Reduced {
  readonly text: string;
  readonly points: ReadonlySet<number>;
}

/** Leaves out every question whose answers all end alike. `describe`: what counts as the same end. */
export function reduce<T>(
  tree: Decisions<T>,
  isOpen: (point: number) => boolean,
  describe: (result: T) => string,
): Reduced {
  if (tree.kind === 'end') return { text: describe(tree.outcome.result), points: new Set() };
  const ways = tree.ways.map(way => reduce(way, isOpen, describe));
  const texts = new Set(ways.map(({ text }) => text));
  const points = new Set(ways.flatMap(way => [...way.points]));
  const [only = ''] = texts;
  if (texts.size === 1 && tree.complete) return { text: only, points };
  if (isOpen(tree.point)) points.add(tree.point);
  return { text: JSON.stringify([tree.point, ...ways.map(({ text }) => text)]), points };
}
