import { interfaceNames, type Router } from '../model/index.ts';
import type { World } from '../rib/index.ts';

/** The ifb that all queued packets pass (queue/). Ours: no rule or switch of the text is about it. */
export const queueDevice = 'jalur-queue';

/** Interfaces of the configuration that this machine has. Others of the host are none of our business. */
export function machineInterfaces(router: Router, world: World): readonly string[] {
  return interfaceNames(router).filter(name => name !== 'lo' && world.interfaces[name] !== undefined);
}
