import { enabledRules, markOf } from '../../../prove/index.ts';
import type { Subject } from '../../subject.ts';
import { byTable, defaultRoutes, outsOf } from '../routes/index.ts';

/** Marks of connections that tables send out by a line, and by no other one. */
export function marksOf(subject: Subject, line: string): string[] {
  const tables = [...byTable(defaultRoutes(subject))]
    .filter(([, routes]) => routes.some(({ active }) => active))
    .filter(([, routes]) => routes.every(route => !route.active || outsOf(route).join() === line))
    .map(([table]) => table);
  const marks = enabledRules(subject.router).flatMap(rule =>
    rule.action.kind === 'mark-routing' && tables.includes(rule.action.mark) ? (markOf(rule) ?? []) : [],
  );
  return [...new Set(marks)];
}
