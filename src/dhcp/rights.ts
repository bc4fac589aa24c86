import { readFileSync } from 'node:fs';
import { hasCapability, isOpenTo, type Rights } from '../sys/index.ts';

/** May we start something as another user? Not in a user namespace that has one alone, nor without the capabilities. */
export function mayDropPrivileges(): boolean {
  if (!hasCapability('SETUID') || !hasCapability('SETGID')) return false;
  return readFileSync('/proc/self/uid_map', 'utf8').trim().split(/\s+/).join(' ') === '0 0 4294967295';
}

/**
 * A DHCP client writes nothing but the file of its latest lease, for which our group is enough, and needs a packet socket and the
 * port of clients. `nobody` has that number everywhere.
 */
const ofClient: Rights = { uid: 65_534, gid: 0, capabilities: ['NET_RAW', 'NET_BIND_SERVICE'] };

/** As whom a client runs that calls `script` and writes into `folder`; undefined: as we are, as it would not get there. */
export function clientRights(script: string, folder?: string): Rights | undefined {
  const isOpen = isOpenTo(script, ofClient, 0o5) && (folder === undefined || isOpenTo(folder, ofClient, 0o1));
  return isOpen && mayDropPrivileges() ? ofClient : undefined;
}
