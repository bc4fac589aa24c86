import {
  type Action,
  type FirewallRule,
  type FirewallTable,
  type Matcher,
  makeRule,
  noRules,
  type Origin,
  type Router,
} from '../../model/index.ts';

/** An origin as the reader would give: line `line` of `paper.rsc`. */
export function at(line: number): Origin {
  const place = { offset: 0, line, column: 1 };
  return { menu: '/ip firewall', span: { file: 'paper.rsc', start: place, end: place } };
}

/** A matcher without its `negated`, which `no` and `yes` add. */
type Bare<T> = T extends Matcher ? Omit<T, 'negated'> : never;

export const yes = (matcher: Bare<Matcher>): Matcher => ({ ...matcher, negated: false }) as Matcher;
export const no = (matcher: Bare<Matcher>): Matcher => ({ ...matcher, negated: true }) as Matcher;

/** One rule; `line` is where it would stand. */
export function rule(
  table: FirewallTable,
  chain: string,
  matchers: readonly Matcher[],
  action: Action,
  line = 1,
): FirewallRule {
  return makeRule({ table, chain, matchers, action, origin: at(line) });
}

/** Rules as a Router has them: by table. */
export function firewall(rules: readonly FirewallRule[]): Router['firewall'] {
  const of = (table: FirewallTable) => rules.filter(candidate => candidate.table === table);
  const ipv4 = { raw: of('raw'), mangle: of('mangle'), nat: of('nat'), filter: of('filter') };
  return { ipv4, ipv6: noRules };
}
