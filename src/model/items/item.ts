import { noOrigin, type Origin, type Stated } from './origin.ts';

/** What every item of every menu has. */
export interface Item {
  /**
   * Unique in its Router; `makeRouter` gives one to items that have none. Made of the menu and what tells the item from
   * its neighbours (see `identity.ts`), so that edits of other items leave it as it is.
   */
  readonly id: string;
  readonly origin: Origin;
  readonly disabled: boolean;
  /** Empty where there is none. */
  readonly comment: string;
  /** For items that exist without being added: how a text finds them (`default-name=ether1`, `name=ftp`, `0`). */
  readonly factory?: string;
  /** Properties that the model has no place for, as written. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Absent for items that no text states. */
  readonly stated?: Stated;
}

/** Defaults of the common part, for the `make…` functions. */
export const itemDefaults: Item = { id: '', origin: noOrigin, disabled: false, comment: '' };

/** What an item says, as text: equal where two items differ only in where they stand. */
export function contentOf({ id: _, origin: __, stated: ___, ...said }: Item): string {
  const entries = Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(entries));
}

/** Deep-freezes plain data (arrays and records) and returns it. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    if (Array.isArray(value)) for (const part of value) freezePart(part);
    else for (const key in value) freezePart(value[key]);
  }
  return value;
}

/** Most parts are numbers and texts. */
function freezePart(part: unknown): void {
  if (typeof part === 'object') freeze(part);
}

/** The end of a switch over a closed union: reaching it is a bug, and forgetting a case a type error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
