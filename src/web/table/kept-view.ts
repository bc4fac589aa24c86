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
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(table)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

export function keepView(table: string, view: KeptView): void {
  try {
    localStorage.setItem(keyOf(table), JSON.stringify(view));
  } catch {
    // A browser that keeps nothing shows the default next time.
  }
}
