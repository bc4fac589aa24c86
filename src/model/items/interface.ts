import type { Mac } from '../../net/index.ts';
import { type Item, itemDefaults } from './item.ts';

/** Kinds that the model knows. `other`: named by some menu that we keep verbatim (wireguard, wlan, ovpn …). */
export type InterfaceKind =
  | 'ethernet'
  | 'bridge'
  | 'vlan'
  | 'bonding'
  | 'macvlan'
  | 'pppoe-client'
  | 'lte'
  | 'loopback'
  | 'other';

/** An interface of any kind; `parent` is the carrier of a vlan, macvlan or pppoe-client, `ports` a bonding's slaves. */
export interface Interface extends Item {
  readonly name: string;
  readonly kind: InterfaceKind;
  /** Ethernet's factory name, by which exports address it. */
  readonly defaultName?: string | undefined;
  /** What RouterOS calls it, where a Linux device in its place has another name. */
  readonly routerName?: string | undefined;
  readonly macAddress?: Mac | undefined;
  readonly mtu?: number | undefined;
  readonly parent?: string | undefined;
  readonly vlanId?: number | undefined;
  readonly ports: readonly string[];
  /** pppoe-client and lte: do they make a default route, and at what distance. */
  readonly addDefaultRoute?: boolean | undefined;
  readonly defaultRouteDistance?: number | undefined;
  readonly usePeerDns?: boolean | undefined;
  /** Every other property as written, secrets masked. */
  readonly properties: Readonly<Record<string, string>>;
}

/** `/interface bridge port`. */
export interface BridgePort extends Item {
  readonly bridge: string;
  readonly interface: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** `/interface list`; the built-in lists all, none, dynamic, static exist without being stated. */
export interface InterfaceList extends Item {
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** `/interface list member`. */
export interface InterfaceListMember extends Item {
  readonly list: string;
  readonly interface: string;
}

type Made<T, K extends keyof T> = Partial<T> & Pick<T, K>;

export function makeInterface(parts: Made<Interface, 'name' | 'kind'>): Interface {
  return { ports: [], properties: {}, ...itemDefaults, ...parts };
}

export function makeInterfaceList(parts: Made<InterfaceList, 'name'>): InterfaceList {
  return { include: [], exclude: [], ...itemDefaults, ...parts };
}

export function makeInterfaceListMember(
  parts: Made<InterfaceListMember, 'list' | 'interface'>,
): InterfaceListMember {
  return { ...itemDefaults, ...parts };
}

export function makeBridgePort(parts: Made<BridgePort, 'bridge' | 'interface'>): BridgePort {
  return { properties: {}, ...itemDefaults, ...parts };
}
