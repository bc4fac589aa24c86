import { arrivalsOf, enabledRules, markersOf, markOf } from '../../../prove/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import type { Subject } from '../../subject.ts';
import { outsOf } from './routes.ts';

/**
 * Is the table of a route for answers alone: do all marks for it stand for connections that came in by the line of the route? By
 * another line no answer is taken, so that no check and no second way helps them.
 */
export function isForAnswers({ router }: Pick<Subject, 'router'>, route: RibRoute): boolean {
  const marks = enabledRules(router).flatMap(rule =>
    rule.action.kind === 'mark-routing' && rule.action.mark === route.table ? [markOf(rule)] : [],
  );
  const isAsked = router.routingRules.some(({ disabled, table }) => !disabled && table === route.table);
  const outs = outsOf(route);
  return !isAsked && marks.length > 0 && marks.every(mark => comesInBy(router, mark, outs));
}

function comesInBy(router: Subject['router'], mark: string | undefined, outs: readonly string[]): boolean {
  const markers = markersOf(router, mark).map(rule => arrivalsOf(router, rule));
  return (
    markers.length > 0 && markers.every(names => names.length > 0 && names.every(name => outs.includes(name)))
  );
}
