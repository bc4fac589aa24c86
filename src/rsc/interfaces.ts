import { type Interface, type InterfaceKind, makeInterface, type Origin } from '../model/index.ts';
import { distance } from './similar.ts';
import type { Problem, Range } from './syntax/index.ts';

/** The first place where a text names an interface. */
export interface Mention {
  readonly name: string;
  readonly range: Range;
  readonly origin: Origin;
}

/** Names under which ports leave the factory; an export need not state them. */
const factoryName = /^(?:ether|sfp|sfp-sfpplus|sfpplus|sfp28|qsfp|qsfpplus|qsfp28|combo)-?\d+(?:-\d+)*$/;
const radioName = /^(?:wlan|wifi|lte)\d+$/;
/** Not interfaces, although they stand where one may. */
const special = new Set([
  'all',
  'none',
  'any',
  'dynamic',
  'static',
  'all-ethernet',
  'all-ppp',
  'all-vlan',
  'all-wireless',
  'lo',
]);

/** Interfaces that the text mentions but does not state, and what is to be said about the others. */
export interface Completed {
  readonly interfaces: readonly Interface[];
  readonly problems: readonly Problem[];
}

/** Completes the list in the order of names: factory ports with the place of their first mention, other names with a warning or a remark. */
export function completeInterfaces(
  stated: readonly Interface[],
  mentions: ReadonlyMap<string, Mention>,
): Completed {
  const known = new Set(stated.flatMap(({ name, defaultName }) => [name, defaultName ?? name]));
  const unstated = [...mentions.values()]
    .filter(({ name }) => !known.has(name) && !special.has(name))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const factory = unstated.filter(({ name }) => factoryName.test(name) || radioName.test(name));
  const names = [...stated, ...factory].map(({ name }) => name);
  const unknown = unstated.filter(mention => !factory.includes(mention));
  const problems = unknown.map(mention => unknownInterface(mention, names));
  const others = unknown.filter((_, index) => problems[index]?.severity === 'info');
  return { interfaces: [...factory, ...others].map(fromMention), problems };
}

function fromMention({ name, origin }: Mention): Interface {
  const kind: InterfaceKind = factoryName.test(name) ? 'ethernet' : name.startsWith('lte') ? 'lte' : 'other';
  return makeInterface({ name, kind, origin, ...(kind === 'ethernet' && { defaultName: name }) });
}

/** A likely slip is a warning; a name that some other text may state is only remarked. */
function unknownInterface({ name, range }: Mention, names: readonly string[]): Problem {
  const near = names.filter(other => isNear(name, other));
  if (near.length === 0) return undeclared(name, range);
  const choice = near
    .slice(0, 4)
    .map(other => `'${other}'`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
  return {
    id: 'rsc/unknown-interface',
    severity: 'warning',
    what: `Nothing here is an interface '${name}'. Did you mean ${choice}?`,
    why: 'The router refuses the line, and an import stops there; here it has no effect on traffic.',
    do: 'Correct the name, or add the interface above.',
    range,
  };
}

function isNear(name: string, other: string): boolean {
  return (
    other.startsWith(name) || (name.length > 3 && distance(name.toLowerCase(), other.toLowerCase(), 1) <= 1)
  );
}

function undeclared(name: string, range: Range): Problem {
  return {
    id: 'rsc/undeclared-interface',
    severity: 'info',
    what: `Interface '${name}' is used but not stated in this text; it is taken to exist.`,
    do: 'State it, or read the whole export.',
    range,
  };
}
