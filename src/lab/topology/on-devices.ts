import type { Device } from '../../linux/index.ts';
import type { StatedTopology } from './schema.ts';

/** What is stated, with ports that are called as the Linux devices that they are. */
export function statedOnDevices(stated: StatedTopology, devices: readonly Device[]): StatedTopology {
  const names = new Map(devices.map(one => [one.interface, one.device]));
  const rename = (name: string): string => names.get(name) ?? name;
  const { lan } = stated.router;
  return {
    ...stated,
    isps: stated.isps.map(isp => ({ ...isp, interface: rename(isp.interface) })),
    router: lan === undefined ? {} : { lan: rename(lan) },
  };
}
