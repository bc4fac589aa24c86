import { matcherText } from './say/rule.ts';
import type { Point } from './setup.ts';

/** A point as it is shown: where it lies, what it asks, and what settles it. */
export interface PointView {
  /** The same for the same question in every state of the world. */
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  /** From 1; 0 where no line states it. */
  readonly line: number;
  /** `limit=100/1s,5:packet`. */
  readonly what: string;
  /** Its answers. */
  readonly choices: readonly string[];
  /** Options that settle it, each one answer. */
  readonly settle: readonly string[];
}

/** Whether nobody can say how it goes; what hash, counter or chance decide goes every way for some connection. */
export function isOpen({ kind }: Point): boolean {
  return kind === 'limit' || kind === 'open';
}

/** The same for the numbers by which a chooser is asked. */
export function openAt({ points }: { readonly points: readonly Point[] }): (point: number) => boolean {
  return number => points[number] !== undefined && isOpen(points[number]);
}

/** The word by which `--assume` settles a point. */
function assumeKey({ kind, key }: Point): string {
  return key ?? kind;
}

export function viewOf(point: Point): PointView {
  const span = (point.origin ?? point.rule?.origin)?.span;
  const [file, line] = [span?.file ?? '', span?.start.line ?? 0];
  const kind = assumeKey(point);
  const what = point.matcher ? matcherText(point.matcher) : point.name;
  const { choices = [] } = point;
  return {
    id: `${kind}@${file}:${line}`,
    kind,
    file,
    line,
    what,
    choices,
    settle: settledBy(kind, choices),
  };
}

const settledBy = (kind: string, choices: readonly string[]): string[] =>
  choices.map(choice => (kind === 'time' ? `--at "${choice}"` : `--assume ${kind}=${choice}`));

/** Points by their numbers. */
export function viewsOf(
  { points }: { readonly points: readonly Point[] },
  numbers: Iterable<number>,
): PointView[] {
  return [...numbers].flatMap(number => {
    const point = points[number];
    return point ? [viewOf(point)] : [];
  });
}

/** Each point once. */
export function distinctPoints(views: readonly PointView[]): PointView[] {
  return [...new Map(views.map(view => [view.id, view])).values()];
}

/** A question that a router leaves open: the words by which it is meant, and its answers. */
export interface OpenQuestion {
  /** `limit`, `limit@12`. */
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}

/** All that a user can settle. */
export function openQuestionsOf(points: readonly Point[]): OpenQuestion[] {
  return points.filter(isOpen).map(point => {
    const { kind, line, choices } = viewOf(point);
    return { questions: [kind, `${kind}@${line}`], answers: choices };
  });
}
