import type { Path } from '../path.ts';

/** One property of a statement; a flag where its value is `true`. Its place, where it is another than the statement's. */
export type Property = readonly [name: string, value: string | true | undefined, from?: Path];

/** A RouterOS statement that an intent stands for, and the key that it is there for. */
export interface Made {
  readonly menu: string;
  readonly command: string;
  readonly properties: readonly Property[];
  readonly from: Path;
}

/** Statements of one menu. */
export const inMenu =
  (menu: string, command = 'add') =>
  (from: Path, ...properties: readonly Property[]): Made => ({ menu, command, properties, from });

/** `yes`, or nothing. */
export const yes = (is: boolean): string | undefined => (is ? 'yes' : undefined);
