import type { Origin, Router, RouterOsVersion } from '../../model/index.ts';
import { contentsOf } from '../../rsc/index.ts';

/** What a router has, as a statement would say it: only what is not usual. */
export interface Row {
  readonly menu: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly origin?: Origin | undefined;
}

/** An intent is made as RouterOS 7 text: what is compared with it is said alike. */
const version: RouterOsVersion = { dialect: 'v7', text: '', evidence: [] };

/** Values that a router holds masked, by the place of the statement and the property. */
export type Secrets = ReadonlyMap<string, string>;

/** All rows of a router; statements that it only keeps are none. */
export class Rows {
  readonly all: readonly Row[];

  readonly #secrets: Secrets;

  constructor(router: Router, secrets: Secrets = new Map()) {
    this.#secrets = secrets;
    this.all = contentsOf(router, { version }).flatMap(({ path, rows }) =>
      rows.map(({ properties, origin }) => ({ menu: path, properties, origin })),
    );
  }

  of(menu: string, ...wanted: readonly (readonly [name: string, value: string])[]): readonly Row[] {
    return this.all.filter(
      row => row.menu === menu && wanted.every(([name, value]) => row.properties.get(name) === value),
    );
  }

  /** What stands in the text where the router has a mask; undefined: nobody told us. */
  secret({ origin }: Row, name: string): string | undefined {
    return origin && this.#secrets.get(`${origin.span.start.offset}/${name}`);
  }

  first(menu: string, ...wanted: readonly (readonly [name: string, value: string])[]): Row | undefined {
    return this.of(menu, ...wanted)[0];
  }
}

export const said = (row: Row | undefined, name: string): string | undefined => row?.properties.get(name);

/** A list of values: `a,b`. */
export const valuesOf = (row: Row | undefined, name: string): readonly string[] =>
  (said(row, name) ?? '').split(',').filter(value => value !== '');
