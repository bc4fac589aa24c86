import { intentSchema } from './intent.ts';
import { dhcpKeys, lanKeys } from './lan.ts';
import { receiverKeys, secretKeys } from './notify.ts';
import { forwardKeys, managementKeys, queueKeys, routeKeys } from './rules.ts';
import { wanKeys } from './wan.ts';

/** Keys that may stand at a path of the file. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const [top, , part, ...rest] = path;
  if (path.length === 0) return Object.keys(intentSchema.shape);
  if (top === 'wans') return Object.keys(wanKeys.shape);
  if (top === 'lan') return ofLan(path.slice(1));
  if (top === 'lans') return ofLan(part === undefined ? [] : [part, ...rest]);
  if (top === 'notify') return ofReceiver(path.slice(2));
  if (top === 'forwards') return Object.keys(forwardKeys.shape);
  if (top === 'routes') return Object.keys(routeKeys.shape);
  if (top === 'queues') return Object.keys(queueKeys.shape);
  return top === 'management' ? Object.keys(managementKeys.shape) : [];
}

/** Behind one of these stands a secret. */
const secrets: readonly PropertyKey[] = ['url', 'secret', 'token'];

function ofReceiver([part, header]: readonly PropertyKey[]): readonly string[] {
  if (part === undefined) return Object.keys(receiverKeys.shape);
  return secrets.includes(part) || header !== undefined ? Object.keys(secretKeys.shape) : [];
}

function ofLan([part, ...rest]: readonly PropertyKey[]): readonly string[] {
  if (part !== 'dhcp') return Object.keys(lanKeys.shape);
  return rest.length === 0 ? Object.keys(dhcpKeys.shape) : ['mac', 'address'];
}
