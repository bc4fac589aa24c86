import { nowhere, type Span } from '../text/index.ts';

/** Where an item came from: the statement that made it and the menu (`/ip firewall mangle`) it stands in. */
export interface Origin {
  readonly menu: string;
  readonly span: Span;
}

/** What every item of every menu has. */
export interface Item {
  readonly origin: Origin;
  readonly disabled: boolean;
  /** Empty where there is none. */
  readonly comment: string;
  /** For items that exist without being added: how a text finds them (`default-name=ether1`, `name=ftp`, `0`). */
  readonly factory?: string;
  /** Properties that the model has no place for, as written. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** Origin of items that no text states. */
export const noOrigin: Origin = { menu: '', span: nowhere };

/** Defaults of the common part, for the `make…` functions. */
export const itemDefaults: Item = { origin: noOrigin, disabled: false, comment: '' };

/** Deep-freezes plain data (arrays and records) and returns it. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    if (Array.isArray(value)) for (const part of value) freeze(part);
    else for (const key in value) freeze(value[key]);
  }
  return value;
}

/** The end of a switch over a closed union: reaching it is a bug, and forgetting a case a type error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
