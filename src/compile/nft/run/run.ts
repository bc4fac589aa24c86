import {
  drawsLots,
  type FirewallRule,
  isKeptAction,
  type Matcher,
  matcherTraits,
} from '../../../model/index.ts';
import { fixedProtocol } from '../protocol.ts';
import { disjoint } from './disjoint.ts';
import { type Element, elementsOf, type KeyKind, keyKinds, valuesOf } from './element.ts';
import { guardOf } from './guard.ts';

// Neighbouring rules that do the same and differ only in addresses, ports, protocols or interfaces are one look-up in a set.
// It is exact because no packet has two elements of it: at most one rule of the run can match, so which is first plays no part,
// and each element counts for its rule.

/** Consecutive rules of one chain, equal but for what `keys` ask. */
export interface Run {
  readonly keys: readonly KeyKind[];
  readonly rules: readonly FirewallRule[];
  /** Of each rule. */
  readonly elements: readonly (readonly Element[])[];
}

/** Fewer cost no more by themselves, and are easier to read; but for networks that most packets do not go to. */
const fewest = 2;
const isWorth = (run: Run): boolean => run.rules.length > fewest || guardOf(run) !== undefined;
const most = 4096;

/** Actions whose whole effect is the same for each rule that has them. */
const alike: ReadonlySet<FirewallRule['action']['kind']> = new Set([
  'accept',
  'drop',
  'reject',
  'masquerade',
]);

export const isRun = (part: object): part is Run => 'keys' in part;

/** Puts the rules among the parts of a chain into runs where they can be. */
export function withRuns<Part extends object>(
  parts: readonly (Part | FirewallRule)[],
): (Part | Run | FirewallRule)[] {
  const result: (Part | Run | FirewallRule)[] = [];
  const shapes = parts.map(shapeOf);
  for (let at = 0; at < parts.length; ) {
    const run = runAt(shapes, at);
    const part = parts[at];
    if (run) result.push(run);
    else if (part) result.push(part);
    at += run?.rules.length ?? 1;
  }
  return result;
}

const isRule = (part: object): part is FirewallRule => 'matchers' in part;

/** The longest run that begins at a place; undefined where there is none. */
function runAt(shapes: readonly (Shape | undefined)[], at: number): Run | undefined {
  const first = shapes[at];
  if (!first || shapes[at + fewest - 1]?.signature !== first.signature) return undefined;
  const [run, take]: [Shape[], ReturnType<typeof disjoint>] = [[], disjoint()];
  for (let shape: Shape | undefined = first; shape && run.length < most; shape = shapes[at + run.length]) {
    if (shape.signature !== first.signature || !take(elementsOf(shape.values))) break;
    run.push(shape);
  }
  if (run.length < fewest) return undefined;
  const found = withoutConstants(run, first.keys);
  return isWorth(found) ? found : undefined;
}

interface Shape {
  readonly rule: FirewallRule;
  readonly keys: readonly KeyKind[];
  readonly values: readonly (readonly Element[number][])[];
  /** Everything that rules of one run share. */
  readonly signature: string;
}

function shapeOf(rule: object): Shape | undefined {
  if (!isRule(rule) || rule.log || isKeptAction(rule.action) || !alike.has(rule.action.kind))
    return undefined;
  if (rule.matchers.some(drawsLots)) return undefined;
  const keyed = keyKinds.flatMap(kind => {
    const found = rule.matchers.filter(matcher => matcher.kind === kind);
    const values = found.length === 1 && found[0] ? valuesOf(rule, found[0]) : undefined;
    return values && found[0] ? [{ kind, matcher: found[0], values }] : [];
  });
  if (keyed.length === 0 || elementCount(keyed) > 64) return undefined;
  const rest = rule.matchers.filter(matcher => !keyed.some(one => one.matcher === matcher));
  const keys = keyed.map(({ kind }) => kind);
  // What is left is read as that of the rule's protocol, too; and a reset is for TCP alone.
  const isOfProtocol =
    rest.some(({ kind }) => matcherTraits[kind].protocols) ||
    (rule.action.kind === 'reject' && rule.action.with === 'tcp-reset');
  const protocol = isOfProtocol ? fixedProtocol(rule) : undefined;
  const signature = JSON.stringify([keys, rest, rule.action, rule.table, protocol]);
  return { rule, keys, values: keyed.map(({ values }) => values), signature };
}

const elementCount = (keyed: readonly { readonly values: readonly unknown[] }[]): number =>
  keyed.reduce((product, { values }) => product * values.length, 1);

/** A field that is the same in all rules is no part of the key. */
function withoutConstants(shapes: readonly Shape[], all: readonly KeyKind[]): Run {
  const textsOf = (i: number) =>
    new Set(shapes.map(({ values }) => values[i]?.map(({ text }) => text).join()));
  const isVarying = all.map((_, i) => textsOf(i).size > 1);
  // Ports are read as those of a protocol: where that varies, they are part of the key with it.
  const varying = all.map((kind, i) => isVarying[i] || (isPort(kind) && isVarying[all.indexOf('protocol')]));
  const keys = all.filter((_, i) => varying[i]);
  const elements = shapes.map(({ values }) => elementsOf(values.filter((_, i) => varying[i])));
  return { keys, rules: shapes.map(({ rule }) => rule), elements };
}

const isPort = (kind: KeyKind): boolean => kind === 'src-port' || kind === 'dst-port';

/** Matchers that all rules of the run share. */
export const sharedMatchers = ({ keys, rules }: Run): readonly Matcher[] =>
  (rules[0]?.matchers ?? []).filter(({ kind, negated }) => negated || !keys.some(key => key === kind));
