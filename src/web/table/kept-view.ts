import { keep, kept } from '../client/own-storage.ts';

/** How a user arranged a table; kept in his browser. */
export interface KeptView {
  readonly order?: readonly string[];
  readonly shown?: Readonly<Record<string, boolean>>;
  readonly widths?: Readonly<Record<string, number>>;
  readonly sort?: readonly { readonly id: string; readonly desc: boolean }[];
}

const keyOf = (table: string): string => `jalur-table-${table}`;

/** Empty where nothing is kept, or what is kept cannot be read any more. */
export function readView(table: string): KeptView {
  try {
    const view: unknown = JSON.parse(kept(keyOf(table)) ?? '{}');
    return typeof view === 'object' && view !== null ? view : {};
  } catch {
    return {};
  }
}

export function keepView(table: string, view: KeptView): void {
  keep(keyOf(table), JSON.stringify(view));
}
