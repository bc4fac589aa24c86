import type { Interface } from '../../model/index.ts';
import type { Span } from '../../text/index.ts';
import type { Renamed, Store } from '../rows/index.ts';
import type { Problem, Range } from '../syntax/index.ts';
import { interfaceMenus } from './any-interface.ts';

/** Names that interfaces had before a statement renamed them, and that nothing has any more. */
export type FormerNames = ReadonlyMap<string, Renamed>;

/**
 * What was said of an interface above its new name has been renamed with it, so that only what stands below is left
 * (docs/routeros.md#interface-names).
 */
export function namesNoMore(store: Store, others: readonly Interface[]): FormerNames {
  if (store.renamed.size === 0) return store.renamed;
  const rows = interfaceMenus.flatMap(menu => store.of(menu));
  const names = new Set([
    ...rows.map(({ properties }) => (properties.get('name') ?? properties.get('default-name'))?.text),
    ...others.map(({ name }) => name),
  ]);
  return new Map([...store.renamed].filter(([name]) => !names.has(name)));
}

/** A statement names an interface as it was called before (docs/routeros.md#interface-names). */
export function formerName(name: string, range: Range, { to }: Renamed, where: Span): Problem {
  return {
    id: 'rsc/former-interface-name',
    severity: 'error',
    what: {
      en: `Nothing is called '${name}' any more: line ${where.start.line} names that interface '${to}'.`,
      id: `Tidak ada lagi yang bernama '${name}': baris ${where.start.line} menamai interface itu '${to}'.`,
    },
    why: {
      en: 'The router knows an interface by its present name alone: it refuses the line, and an import stops there.',
      id: 'Router hanya mengenal interface dengan namanya sekarang: baris ini ditolak, dan import berhenti di situ.',
    },
    do: {
      en: `Write '${to}', or leave the interface its name.`,
      id: `Tulis '${to}', atau jangan ganti nama interface itu.`,
    },
    range,
  };
}
