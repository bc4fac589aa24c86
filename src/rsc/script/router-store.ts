import type { Interface, Item, Router } from '../../model/index.ts';
import { type Menu, menuByPath, type Property, type Row } from '../menus/index.ts';
import { Store } from '../rows/index.ts';
import type { Questions } from './around.ts';

type Properties = ReadonlyMap<string, Property>;

/** A menu whose items a script has looked at or changed. */
export interface Touched {
  readonly menu: Menu;
  readonly items: ReadonlyMap<Row, Item>;
  /** Properties as they were. */
  readonly before: ReadonlyMap<Row, Properties>;
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
    const found = new Map<Row, Item>();
    const before = new Map<Row, Properties>();
    for (const { properties, factory, item } of patternsOf(this.#router, menu)) {
      const row = rowOf(menu.path, properties, factory);
      rows.push(row);
      before.set(row, properties);
      if (item) found.set(row, item);
    }
    this.touched.set(menu.path, { menu, items: found, before });
    if (menu.path === '/ip address') rows.push(...this.#dynamicAddresses());
  }

  #dynamicAddresses(): Row[] {
    return this.#questions.addresses().map(address => ({
      ...rowOf('/ip address', propertiesOf(Object.entries(address)), undefined),
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
      rows.length !== routes.before.size || rows.some(one => !isAsBefore(one, routes.before.get(one)));
    const item = routes.items.get(row);
    if (isChanged || !item) return undefined;
    const isActive = this.#questions.isActive(item.id);
    return isActive === undefined ? undefined : `${isActive === (name === 'active')}`;
  }
}

/** What a row begins as. */
interface Pattern {
  readonly properties: Properties;
  readonly factory: string | undefined;
  readonly item: Item | undefined;
}

/** Menus with more items are written anew for each script: most routers have none that a script looks at. */
const mostHeld = 10_000;
const known = new WeakMap<Router, Map<string, readonly Pattern[]>>();

/** The items of a menu as each script finds them. */
function patternsOf(router: Router, menu: Menu): readonly Pattern[] {
  const ofRouter = known.get(router) ?? new Map<string, readonly Pattern[]>();
  known.set(router, ofRouter);
  const patterns = ofRouter.get(menu.path) ?? written(router, menu);
  if (patterns.length <= mostHeld) ofRouter.set(menu.path, patterns);
  return patterns;
}

function written(router: Router, menu: Menu): readonly Pattern[] {
  const items = menu.items(router);
  const stated = menu.write(router, router.version, false).map(({ properties, factory }, i) => ({
    properties: propertiesOf([...namesOf(factory), ...properties]),
    factory,
    item: items[i],
  }));
  // Ports that the text only mentions are there as well.
  const mentioned = menu.path === '/interface ethernet' ? mentionedPorts(router) : [];
  return [
    ...stated,
    ...mentioned.map(item => {
      const factory = `default-name=${item.name}`;
      return { properties: propertiesOf(namesOf(factory)), factory, item };
    }),
  ];
}

const propertiesOf = (texts: readonly (readonly [string, string])[]): Properties =>
  new Map(texts.map(([name, text]) => [name, property(text)]));

const rowOf = (menu: string, properties: Properties, factory: string | undefined): Row => ({
  menu,
  properties: new Map(properties),
  range: nowhere,
  factory,
  statements: [],
  changes: [],
});

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

/** Does a row say what it said, whatever the order? False for one that is new. */
export function isAsBefore({ properties }: Row, before: Properties | undefined): boolean {
  if (before?.size !== properties.size) return false;
  return [...properties].every(([name, { text }]) => before.get(name)?.text === text);
}
