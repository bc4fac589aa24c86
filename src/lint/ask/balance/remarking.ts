import type { FirewallRule, Router } from '../../../model/index.ts';
import { arrivalsOf, enabledRules } from '../../../prove/index.ts';
import type { Subject } from '../../subject.ts';
import { asksFor, sparesMarked } from '../firewall/index.ts';
import { pccRules } from './pcc.ts';

/** Rules of a balance that take packets of marked connections as well. */
export const remarkingBalance = (router: Router): FirewallRule[] =>
  pccRules(router).flatMap(({ rule }) =>
    rule.action.kind === 'mark-connection' && !sparesMarked(rule) ? [rule] : [],
  );

/** Rules that mark what comes in by one of several lines, of marked connections as well. */
export const inboundMarks = ({ router, wans }: Subject): FirewallRule[] =>
  wans.length < 2
    ? []
    : enabledRules(router).filter(
        rule =>
          rule.action.kind === 'mark-connection' &&
          !sparesMarked(rule) &&
          !asksFor(rule, 'per-connection-classifier', 'nth') &&
          arrivalsOf(router, rule).some(name => wans.includes(name)),
      );
