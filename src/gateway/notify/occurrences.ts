import type { Router } from '../../model/index.ts';
import type { Occurrence, OccurrenceOf } from '../../notify/index.ts';
import { carriersOf } from '../../rib/index.ts';
import { type Condition, type ConditionCode, condition, conditionKey } from '../conditions/index.ts';
import type { ActiveDefault, GatewayEvent } from '../core/index.ts';
import type { LineReply } from '../replies/index.ts';

/** What is told of an event of the gateway; nothing of most. */
export interface Telling {
  /** As people call a line. */
  readonly labelOf: (line: string) => string;
  /** CLOCK_MONOTONIC as ms since 1970. */
  readonly timeOf: (atMs: number) => number;
}

/** What is told of lines is told as lines, not as what is wrong. */
const ofLines: readonly ConditionCode[] = ['gateway/line-down', 'gateway/line-degraded'];

export function occurrencesOf(event: GatewayEvent, { labelOf, timeOf }: Telling): readonly Occurrence[] {
  const atMs = timeOf(event.atMs);
  switch (event.type) {
    case 'line': {
      const { line, status, cause } = event;
      return [{ kind: 'line', atMs, line, label: labelOf(line), status, cause }];
    }
    case 'link':
      return [{ kind: 'link', atMs, interface: event.interface, running: event.running }];
    case 'routes-changed':
      return [{ kind: 'routes', atMs, lines: linesOfRoutes(event.active, labelOf) }];
    case 'problem':
      return ofCondition(event.condition, true, atMs);
    case 'cleared':
      return ofCondition(event.condition, false, atMs);
    case 'config': {
      const { file, how, result, by } = event;
      // That it started is told as such.
      return how === 'start' ? [] : [{ kind: 'config', atMs, file, how, result, by }];
    }
    default:
      return [];
  }
}

export const linesOfRoutes = (
  active: readonly ActiveDefault[],
  labelOf: Telling['labelOf'],
): readonly string[] => [...new Set(active.flatMap(({ interfaces }) => interfaces))].sort().map(labelOf);

/** A line as it is now. */
export const lineOccurrence = ({ line, label, status, cause }: LineReply, atMs: number): Occurrence => ({
  ...{ kind: 'line', atMs, line, label, status, cause },
});

export function ofCondition(open: Condition, isOpen: boolean, atMs: number): readonly Occurrence[] {
  const { code, about, severity, facts } = open;
  if (ofLines.includes(code)) return [];
  const text = {
    en: textOf(open),
    id: textOf(condition(code, facts as never, 'id')),
  };
  const line = /%(\S+)$/.exec(about)?.[1] ?? (about === '' ? undefined : about);
  const except = code === 'gateway/notify-failed' ? about : undefined;
  const key = conditionKey(open);
  return [{ kind: 'condition', atMs, key, code, severity, isOpen, text, line, except }];
}

const textOf = ({ title, what, do: todo }: Condition): OccurrenceOf<'condition'>['text']['en'] => ({
  ...{ title, what, do: todo },
});

/** What carries each line, the nearest first. */
export function layoutOf(router: Router, lines: readonly string[], atMs: number): OccurrenceOf<'layout'> {
  const carriers = carriersOf(router);
  const below = (name: string, seen: readonly string[]): readonly string[] =>
    (carriers.get(name) ?? [])
      .filter(one => !seen.includes(one))
      .flatMap(one => [one, ...below(one, [...seen, one])]);
  return {
    kind: 'layout',
    atMs,
    carriers: Object.fromEntries(lines.map(line => [line, below(line, [line])])),
  };
}
