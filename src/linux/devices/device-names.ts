import { type Interface, interfaceNames, type Router } from '../../model/index.ts';
import { deviceNameBytes, isDeviceName } from './device-name.ts';

/** Why a device has another name than the interface: said by the user, its name of the factory, or made from its own. */
export type DeviceReason = 'stated' | 'default-name' | 'shortened';

/** An interface of the text and the Linux device in its place. */
export interface Device {
  readonly interface: string;
  readonly device: string;
  readonly why: DeviceReason;
}

/** The devices that are not called as their interfaces, and interfaces that no device was found for. */
export interface DeviceNames {
  readonly devices: readonly Device[];
  readonly missing: readonly string[];
  /** Devices that two interfaces would have, where the user has stated one of them. */
  readonly twice: readonly string[];
}

/**
 * Which Linux device each interface is. RouterOS takes any name, Linux 15 bytes without blanks: a port is found by what
 * the user states (`stated`: device by interface or default name), else by its default name; what the host makes gets a
 * name made from its own. The same text and statements give the same names.
 */
export function deviceNames(router: Router, stated: ReadonlyMap<string, string> = new Map()): DeviceNames {
  const names = interfaceNames(router);
  const items = new Map(router.interfaces.map(item => [item.name, item]));
  const said = names.flatMap((name): Device[] => {
    const device = stated.get(name) ?? stated.get(items.get(name)?.defaultName ?? name);
    return device === undefined ? [] : [{ interface: name, device, why: 'stated' }];
  });
  const rest = names.filter(name => !said.some(one => one.interface === name));
  const taken = new Set([...said.map(({ device }) => device), ...rest.filter(isDeviceName)]);
  const found = portsFirst(rest, items)
    .filter(name => !isDeviceName(name))
    .map(name => ({ name, device: deviceOf(name, items.get(name), taken) }));
  return {
    devices: [...said, ...found.flatMap(({ device }) => device ?? [])],
    missing: found.flatMap(({ name, device }) => (device ? [] : [name])),
    twice: twice([...said.map(({ device }) => device), ...rest.filter(isDeviceName)]),
  };
}

/** Their default names are theirs, before a name is made for anything else. */
const portsFirst = (names: readonly string[], items: ReadonlyMap<string, Interface>): string[] => {
  const isPort = (name: string): boolean => items.get(name)?.defaultName !== undefined;
  return [...names.filter(isPort), ...names.filter(name => !isPort(name))];
};

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) < index)),
];

function deviceOf(name: string, item: Interface | undefined, taken: Set<string>): Device | undefined {
  const { defaultName } = item ?? {};
  const found = defaultName !== undefined && isDeviceName(defaultName) && !taken.has(defaultName);
  const device = found ? defaultName : item && isMadeByHost(item) ? shortened(name, taken) : undefined;
  if (device === undefined) return undefined;
  taken.add(device);
  return { interface: name, device, why: found ? 'default-name' : 'shortened' };
}

/** Menus of interfaces that are hardware: the host has them under a name that nobody can guess. */
const hardware = /^\/interface (?:ethernet|lte|wireless|wifi|wifiwave2|w60g)\b/;

/** Is it something that the host makes, so that its name may be chosen? */
const isMadeByHost = ({ kind, origin }: Interface): boolean =>
  kind !== 'ethernet' &&
  kind !== 'lte' &&
  origin.menu.startsWith('/interface ') &&
  !hardware.test(origin.menu);

/** `bridge - LAN 1` → `bridge-LAN-1`; a number at the end where that is taken. */
function shortened(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.]+/g, '-')
    .replace(/^[-.]+|-+$/g, '');
  const base = plain === '' ? 'if' : plain;
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const device = `${base.slice(0, deviceNameBytes - end.length).replace(/-+$/, '')}${end}`;
    if (!taken.has(device)) return device;
  }
}
