import type { z } from 'zod';
import { intentSchema } from './intent.ts';
import { dhcpKeys, hostKeys, lanKeys } from './lan.ts';
import { receiverKeys, secretKeys } from './notify.ts';
import { forwardKeys, managementKeys, queueKeys, routeKeys } from './rules.ts';
import { wanKeys } from './wan.ts';

/** Keys that may stand at a path of the file. */
export const keysAt = (path: readonly PropertyKey[]): readonly string[] => Object.keys(shapeAt(path));

/** The same with what each takes. */
export function shapeAt(path: readonly PropertyKey[]): z.core.$ZodShape {
  const [top, , part, ...rest] = path;
  if (path.length === 0) return intentSchema.shape;
  if (top === 'wans') return wanKeys.shape;
  if (top === 'lan') return ofLan(path.slice(1));
  if (top === 'lans') return ofLan(part === undefined ? [] : [part, ...rest]);
  if (top === 'notify') return ofReceiver(path.slice(2));
  if (top === 'forwards') return forwardKeys.shape;
  if (top === 'routes') return routeKeys.shape;
  if (top === 'queues') return queueKeys.shape;
  return top === 'management' ? managementKeys.shape : {};
}

/** Behind one of these stands a secret. */
const secrets: readonly PropertyKey[] = ['url', 'secret', 'token'];

function ofReceiver([part, header]: readonly PropertyKey[]): z.core.$ZodShape {
  if (part === undefined) return receiverKeys.shape;
  return secrets.includes(part) || header !== undefined ? secretKeys.shape : {};
}

function ofLan([part, ...rest]: readonly PropertyKey[]): z.core.$ZodShape {
  if (part !== 'dhcp') return lanKeys.shape;
  return rest.length === 0 ? dhcpKeys.shape : hostKeys.shape;
}
