import type { FilterStep } from './filter-language.ts';

/** What a filter says of routes that OSPF redistributes; RouterOS 6 says it of the instance. */
export interface External {
  /** `default`: the default route; `all`: whatever is redistributed. */
  readonly of: 'all' | 'default' | (string & {});
  readonly type?: 'type1' | 'type2' | undefined;
  readonly metric?: string | undefined;
}

const settings = new Set(['ospf-ext-type', 'ospf-ext-metric']);

const isExternal = ([verb, property = '']: readonly string[]): boolean =>
  verb === 'set' && settings.has(property);

/** Undefined: the step says nothing of types and metrics, or of routes that an instance of RouterOS 6 has no word for. */
export function externalOf(step: FilterStep): readonly External[] | undefined {
  const said = new Map(step.actions.filter(isExternal).map(([, property, value]) => [property, value]));
  const of = whichOf(step);
  const [type, metric] = [said.get('ospf-ext-type'), said.get('ospf-ext-metric')];
  if (said.size === 0 || of === undefined) return undefined;
  if (type !== undefined && type !== 'type1' && type !== 'type2') return undefined;
  if (metric !== undefined && !/^\d+$/.test(metric)) return undefined;
  return [{ of, type, metric }];
}

function whichOf({ conditions }: FilterStep): External['of'] | undefined {
  const [first, ...more] = conditions;
  if (!first) return 'all';
  if (more.length > 0) return undefined;
  if (first[0] === 'protocol' && first.length === 2) return first[1];
  return first.join(' ') === 'dst == 0.0.0.0/0' ? 'default' : undefined;
}

/** What the step does besides; a condition without anything to do is nothing. */
export function withoutExternal({ conditions, actions }: FilterStep): FilterStep {
  const rest = actions.filter(one => !isExternal(one));
  return rest.length === 0 ? { conditions: [], actions: [] } : { conditions, actions: rest };
}
