import { isOpenTo, mayDropPrivileges, type Rights } from '../sys/index.ts';

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
