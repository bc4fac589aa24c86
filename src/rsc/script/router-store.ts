import type { Interface, Item, Router } from '../../model/index.ts';
import { type Menu, menuByPath, type Property, type Row } from '../menus/index.ts';
import { Store } from '../rows/index.ts';
import type { Questions } from './around.ts';

/** A menu whose items a script has looked at or changed. */
interface Touched {
  readonly menu: Menu;
  readonly items: ReadonlyMap<Row, Item>;
  /** Properties as they were. */
  readonly before: ReadonlyMap<Row, string>;
}

const nowhere = { start: 0, end: 0 };
const property = (text: string): Property => ({ text, range: nowhere, name: nowhere, statement: nowhere });

/** The items of a router as rows; a menu is read when it is asked for first. */
export class RouterStore extends Store {
  readonly touched = new Map<string, Touched>();
  readonly #router: Router;
  readonly #questions: Questions;

  constructor(router: Router, questions: Questions) {
    super();
    this.#router = router;
    this.#questions = questions;
  }

  override of(menu: Menu): Row[] {
    const rows = super.of(menu);
    if (!this.touched.has(menu.path)) this.#load(menu, rows);
    return rows;
  }

  /** A change of an interface's name asks for the rows of every menu. */
  override at(path: string): readonly Row[] {
    const menu = menuByPath.get(path);
    return menu ? this.of(menu) : [];
  }

  #load(menu: Menu, rows: Row[]): void {
    const items = menu.items(this.#router);
    const found = new Map<Row, Item>();
    for (const [i, { properties, factory }] of menu
      .write(this.#router, this.#router.version, false)
      .entries()) {
      const row = rowOf(menu.path, properties, factory);
      rows.push(row);
      const item = items[i];
      if (item) found.set(row, item);
    }
    // Ports that the text only mentions are there as well.
    for (const port of menu.path === '/interface ethernet' ? mentionedPorts(this.#router) : []) {
      const row = rowOf(menu.path, new Map(), `default-name=${port.name}`);
      rows.push(row);
      found.set(row, port);
    }
    const before = new Map(rows.map(row => [row, contentsOf(row)]));
    this.touched.set(menu.path, { menu, items: found, before });
    if (menu.path === '/ip address') rows.push(...this.#dynamicAddresses());
  }

  #dynamicAddresses(): Row[] {
    return this.#questions.addresses().map(address => ({
      ...rowOf('/ip address', new Map(Object.entries(address)), undefined),
      dynamic: true,
    }));
  }

  /** What the router shows of an item; undefined: nobody knows. */
  shown(row: Row, name: string): string | undefined {
    const named = row.properties.get('interface')?.text ?? '';
    if (row.menu === '/ip dhcp-client') return this.#questions.lease(named, name);
    if (row.menu === '/ip route') return this.#routeState(row, name);
    if (!row.menu.startsWith('/interface ') || name !== 'running') return undefined;
    const own = (row.properties.get('name') ?? row.properties.get('default-name'))?.text ?? '';
    return this.#questions.running(own);
  }

  /** Whether a route is active, as long as the script has changed no route. */
  #routeState(row: Row, name: string): string | undefined {
    const routes = this.touched.get(row.menu);
    if (!routes || !/^(?:in)?active$/.test(name)) return undefined;
    const rows = this.of(routes.menu);
    const isChanged =
      rows.length !== routes.before.size || rows.some(one => contentsOf(one) !== routes.before.get(one));
    const item = routes.items.get(row);
    if (isChanged || !item) return undefined;
    const isActive = this.#questions.isActive(item.id);
    return isActive === undefined ? undefined : `${isActive === (name === 'active')}`;
  }
}

function rowOf(menu: string, texts: ReadonlyMap<string, string>, factory: string | undefined): Row {
  const properties = new Map([...namesOf(factory), ...texts].map(([name, text]) => [name, property(text)]));
  return { menu, properties, range: nowhere, factory, statements: [], changes: [] };
}

const mentionedPorts = ({ interfaces }: Router): readonly Interface[] =>
  interfaces.filter(({ kind, factory }) => kind === 'ethernet' && factory === undefined);

/** A factory item has its default name also where the text gives it no other: `default-name=ether1`. */
function namesOf(factory: string | undefined): readonly (readonly [string, string])[] {
  const [key = '', value] = factory?.split('=') ?? [];
  return key !== 'default-name' || value === undefined
    ? []
    : [
        [key, value],
        ['name', value],
      ];
}

/** What a row says, whatever the order. */
export function contentsOf({ properties }: Row): string {
  return JSON.stringify([...properties].map(([name, { text }]) => [name, text]).sort());
}
