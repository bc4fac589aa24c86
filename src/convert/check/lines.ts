import type { Origin } from '../../model/index.ts';
import type { Trace } from '../../walk/index.ts';

/** Lines of the marks, the route and the rule that decided it. */
export function linesOf({ steps, ending }: Trace): readonly number[] {
  const origins: Origin[] = steps.flatMap(step => {
    if (step.kind === 'rule' && /^mark-(?:routing|connection)$/.test(step.rule.action.kind))
      return [step.rule.origin];
    if (step.kind !== 'routed') return [];
    return [step.rule?.origin, step.route?.origin].filter(origin => origin !== undefined);
  });
  const last = 'rule' in ending ? ending.rule?.origin : undefined;
  const all = [...origins, ...(last ? [last] : [])].flatMap(({ span }) =>
    span.file === '' ? [] : [span.start.line],
  );
  return [...new Set(all)].filter(line => line > 0);
}
