import { quote } from '../../../rsc/index.ts';
import { numberNames, originNames, settingNames } from '../filter-names.ts';
import type { FilterStep } from './filter-language.ts';

/** Properties of a line of `/routing filter` for one step of a rule; undefined: RouterOS 6 cannot say part of it. */
export function wordsOfStep({ conditions, actions }: FilterStep): readonly string[] | undefined {
  const lengths = conditions.filter(([property]) => property === 'dst-len');
  const prefixes = conditions.filter(([property]) => property === 'dst');
  const others = conditions.filter(one => !lengths.includes(one) && !prefixes.includes(one));
  const all = [prefixWords(prefixes, lengths), ...others.map(conditionWords), ...actions.map(actionWords)];
  const words = all.flatMap(one => one ?? []);
  const names = words.map(word => word.slice(0, word.indexOf('=')));
  const isSaid = !all.includes(undefined) && new Set(names).size === names.length;
  // What stands behind a jump would be done only where the other chain comes back.
  const jump = actions.findIndex(([verb]) => verb === 'jump' || verb === 'accept' || verb === 'reject');
  return isSaid && (jump < 0 || jump === actions.length - 1) ? words : undefined;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A network with the lengths that lie in it: `prefix=10.0.0.0/8 prefix-length=9-32`. */
function prefixWords(
  prefixes: readonly (readonly string[])[],
  lengths: readonly (readonly string[])[],
): readonly string[] | undefined {
  const [first, ...more] = prefixes;
  const [, operator, prefix = ''] = first ?? [];
  const own = /^[\d.]+\/(\d+)$/.exec(prefix)?.[1];
  if (more.length > 0 || (first && own === undefined)) return undefined;
  if (operator === '==') return lengths.length > 0 ? undefined : [`prefix=${prefix}`];
  if (first && operator !== 'in') return undefined;
  if (!first && lengths.length === 0) return [];
  const all = { from: Number(own ?? 0), to: 32 };
  const span = lengths.reduce<Span | undefined>((known, one) => narrowed(known, spanOf(one, 32)), all);
  return span && [...(first ? [`prefix=${prefix}`] : []), `prefix-length=${spanText(span)}`];
}

function narrowed(one: Span | undefined, other: Span | undefined): Span | undefined {
  if (!one || !other) return undefined;
  const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
  return both.from <= both.to ? both : undefined;
}

const spanText = ({ from, to }: Span): string => (from === to ? `${from}` : `${from}-${to}`);

/** Values for which `len in 9-32`, `len>24` hold; `most`: the greatest there is. */
function spanOf([, operator, value = '']: readonly string[], most: number | undefined): Span | undefined {
  const [, from, to] = /^\{?(\d+)(?:(?:-|\.\.)(\d+))?\}?$/.exec(value) ?? [];
  if (from === undefined) return undefined;
  const number = Number(from);
  if (operator === 'in') return to === undefined ? undefined : { from: number, to: Number(to) };
  if (to !== undefined) return undefined;
  if (operator === '==') return { from: number, to: number };
  if (most === undefined) return undefined;
  const spans: Readonly<Record<string, Span>> = {
    '<': { from: 0, to: number - 1 },
    '<=': { from: 0, to: number },
    '>': { from: number + 1, to: most },
    '>=': { from: number, to: most },
  };
  const span = spans[operator ?? ''];
  return span && narrowed(span, { from: 0, to: most });
}

const origins = new Map(originNames.map(([v6, v7]) => [v7, v6]));
const settings = new Map(settingNames.map(([v6, v7]) => [v7, v6]));

function conditionWords(condition: readonly string[]): readonly string[] | undefined {
  const [property = '', operator, value] = condition;
  if (condition.length === 2) {
    const origin = property === 'protocol' ? origins.get(operator ?? '') : undefined;
    return origin === undefined ? undefined : [`protocol=${origin}`];
  }
  if (condition.length !== 3 || value === undefined) return undefined;
  if (property === 'bgp-communities')
    return operator === 'includes' && /^[\d:,]+$/.test(value) ? [`bgp-communities=${value}`] : undefined;
  const number = numberNames.find(({ v7 }) => v7 === property);
  const span = number && spanOf(condition, number.most);
  return number && span && [`${number.v6}=${spanText(span)}`];
}

function actionWords(action: readonly string[]): readonly string[] | undefined {
  const [verb, property = '', value, ...more] = action;
  switch (verb) {
    case 'accept':
    case 'reject':
    case 'return':
      return property === '' ? [`action=${verb}`] : undefined;
    case 'jump':
      return value === undefined ? ['action=jump', `jump-target=${quote(property)}`] : undefined;
    case 'set':
      return more.length === 0 ? settingWords(property, value) : undefined;
    case 'append':
      return property === 'bgp-communities' && more.length === 0 && /^[\d:,]+$/.test(value ?? '')
        ? [`append-bgp-communities=${value}`]
        : undefined;
    default:
      return undefined;
  }
}

/** `+1` and names of lists of communities have no like. */
function settingWords(property: string, value: string | undefined): readonly string[] | undefined {
  const name = settings.get(property);
  if (name === undefined || value === undefined || /^[+-]/.test(value)) return undefined;
  const isPlain = property === 'bgp-communities' ? /^[\d:,]+$/.test(value) : /^[\d.]+$/.test(value);
  return isPlain ? [`${name}=${value}`] : undefined;
}
