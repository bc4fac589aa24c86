import { type Item, itemDefaults } from './item.ts';
import { mainTable } from './route.ts';

/** `/ip vrf` (v7), `/ip route vrf` (v6): interfaces that have a routing table of their own (docs/routeros.md#vrf). */
export interface Vrf extends Item {
  /** The table: v7's `name`, v6's `routing-mark`. The VRF makes it. */
  readonly table: string;
  readonly interfaces: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

export function makeVrf(parts: Partial<Vrf> & Pick<Vrf, 'table'>): Vrf {
  return { interfaces: [], properties: {}, ...itemDefaults, ...parts };
}

/** As much of a router as says which VRFs there are. */
interface WithVrfs {
  readonly vrfs: readonly Vrf[];
}

/** The table in which the networks and default routes of an interface live: its VRF's, else main. */
export const tableOfInterface = ({ vrfs }: WithVrfs, name: string): string =>
  vrfs.find(({ disabled, interfaces }) => !disabled && interfaces.includes(name))?.table ?? mainTable;

/** Does a VRF make that table? */
export const isVrfTable = ({ vrfs }: WithVrfs, table: string): boolean =>
  vrfs.some(vrf => !vrf.disabled && vrf.table === table);
