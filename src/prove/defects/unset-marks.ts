import { type FirewallRule, type Matcher, mainTable, type Router } from '../../model/index.ts';
import type { Prepared } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import { isPage } from '../unjudged/pages.ts';
import { balances, markOf } from './connection-marks.ts';
import { outsOf } from './crossed-marks.ts';
import type { Defect } from './defect.ts';
import type { MarkKind, Near } from './mark-kind.ts';

type Asking = Extract<Matcher, { readonly kind: MarkKind }>;

const setBy = {
  'mark-connection': 'connection-mark',
  'mark-routing': 'routing-mark',
  'mark-packet': 'packet-mark',
} as const;

const kindSetBy = (kind: string): MarkKind | undefined =>
  Object.hasOwn(setBy, kind) ? setBy[kind as keyof typeof setBy] : undefined;

/** Marks that a router sets itself, or that stand for none. */
const always: ReadonlySet<string> = new Set(['no-mark', 'main', '']);

/**
 * Marks that rules of mangle ask for and that no rule of the text sets, though it sets others of the kind: such a rule never
 * matches. Not of pages, whose rules are examples, nor where a statement that is not understood may set the mark.
 */
export function unsetMarks({ router }: Prepared): Defect[] {
  if (isPage(router) || router.kept.some(isOfMangle)) return [];
  const marks = setIn(router);
  const found = new Map<string, { readonly asked: Asking; readonly rules: FirewallRule[] }>();
  for (const rule of enabledRules(router)) {
    const asked =
      rule.table === 'mangle' ? rule.matchers.find(one => isNever(one, marks, router)) : undefined;
    if (!asked || !isAsking(asked)) continue;
    const key = `${asked.kind} ${asked.mark}`;
    const known = found.get(key);
    if (known) known.rules.push(rule);
    else found.set(key, { asked, rules: [rule] });
  }
  return [...found.values()].map(({ asked: { kind, mark }, rules }) => ({
    invariant: 'marks-are-reached',
    flaw: { kind: 'unset-mark', of: kind, mark, near: nearTo(mark, kind, marks) },
    origins: rules.map(({ origin }) => origin),
  }));
}

/**
 * Connection marks that a part of a balance sets and no rule asks for, while some rule asks for that of another part: what
 * has the mark goes by main. Where main has a line of its own, that is its part of the balance.
 */
export function unreadMarks(prepared: Prepared): Defect[] {
  const { router } = prepared;
  if (isPage(router) || router.kept.some(isOfMangle)) return [];
  const rules = enabledRules(router);
  const asked = new Set(
    rules.flatMap(({ matchers }) => matchers.flatMap(one => (isOfConnection(one) ? [one.mark] : []))),
  );
  const balancing = rules.filter(rule => balances(rule) && rule.action.kind === 'mark-connection');
  const isAsked = ({ action }: FirewallRule): boolean =>
    action.kind === 'mark-connection' && asked.has(action.mark);
  // Rules that ask for any mark but one take the others.
  const takesOthers = rules.some(({ matchers }) =>
    matchers.some(one => one.kind === 'connection-mark' && one.negated && !always.has(one.mark)),
  );
  if (takesOthers || !balancing.some(isAsked) || !sharesMain(prepared, asked)) return [];
  const found = new Map<string, FirewallRule[]>();
  for (const rule of balancing)
    if (rule.action.kind === 'mark-connection' && !isAsked(rule))
      found.set(rule.action.mark, [...(found.get(rule.action.mark) ?? []), rule]);
  return [...found].map(([mark, own]) => ({
    invariant: 'marks-are-reached',
    flaw: { kind: 'unread-mark', mark },
    origins: own.map(({ origin }) => origin),
  }));
}

/** Does main lead out by a line to which one of these marks is sent? */
function sharesMain(prepared: Prepared, marks: ReadonlySet<string>): boolean {
  const outs = enabledRules(prepared.router).flatMap(rule =>
    rule.action.kind === 'mark-routing' && marks.has(markOf(rule) ?? '')
      ? outsOf(prepared, rule.action.mark)
      : [],
  );
  return outsOf(prepared, mainTable).some(out => outs.includes(out));
}

const isOfConnection = (
  matcher: Matcher,
): matcher is Extract<Matcher, { readonly kind: 'connection-mark' }> =>
  matcher.kind === 'connection-mark' && !matcher.negated;

/** Does a rule ask for a mark that nothing sets, so that it never matches? */
export function neverMatches({ router }: Pick<Prepared, 'router'>): (rule: FirewallRule) => boolean {
  const marks = setIn(router);
  const isOpen = router.kept.some(isOfMangle);
  return ({ matchers }) => !isOpen && matchers.some(one => isNever(one, marks, router));
}

type Marks = ReadonlyMap<MarkKind, ReadonlySet<string>>;

/** The marks of each kind that rules set. */
function setIn(router: Router): Marks {
  const found = new Map<MarkKind, Set<string>>();
  for (const { action } of enabledRules(router)) {
    const kind = kindSetBy(action.kind);
    if (kind && 'mark' in action) found.set(kind, (found.get(kind) ?? new Set()).add(action.mark));
  }
  return found;
}

const isAsking = (matcher: Matcher): matcher is Asking =>
  matcher.kind === 'connection-mark' || matcher.kind === 'routing-mark' || matcher.kind === 'packet-mark';

function isNever(matcher: Matcher, marks: Marks, { vrfs }: Router): boolean {
  if (!isAsking(matcher) || matcher.negated || always.has(matcher.mark)) return false;
  if (vrfs.some(({ table }) => table === matcher.mark)) return false;
  // A part without any rule that sets such a mark leaves that to the rest; a mark of another kind is a mistake all the same.
  const own = marks.get(matcher.kind);
  const others = [...marks].some(([kind, set]) => kind !== matcher.kind && set.has(matcher.mark));
  return own?.has(matcher.mark) !== true && (own !== undefined || others);
}

const isOfMangle = ({ origin, reason, text }: Router['kept'][number]): boolean =>
  (reason === 'not-understood' || reason === 'not-evaluated') &&
  (origin.menu === '/ip firewall mangle' || text.includes('mangle'));

/** What was probably meant: the mark but for blanks and capitals, or one of another kind. */
function nearTo(mark: string, of: MarkKind, marks: Marks): Near | undefined {
  const plain = (name: string): string => name.trim().toLowerCase();
  for (const kind of [of, ...marks.keys()])
    for (const one of marks.get(kind) ?? []) if (plain(one) === plain(mark)) return { kind, mark: one };
  return undefined;
}
