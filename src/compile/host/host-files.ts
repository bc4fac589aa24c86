import type { Interface, Router } from '../../model/index.ts';
import { isPppoeLine } from '../services/index.ts';
import type { HostFiles, SecretOf } from './host-file.ts';
import { isMadeByNetworkd, networkdFiles } from './networkd.ts';
import { pppFiles } from './ppp.ts';

/** The first line of every file of ours but keys: what does not begin with it is not overwritten. */
export const hostFileMark = '# Written by jalur plan --host-files: changes are lost at its next run.';

/**
 * Bridges, VLANs and WireGuard as files of systemd-networkd (systemd.netdev(5), systemd.network(5)), PPPoE as a peer of
 * pppd(8) with a unit. Addresses and routes are the gateway's business, so that networkd is told to leave them
 * (networkd.conf(5)). `secrets`: by offset of the statement and
 * property, as `readRouterOs` gives them.
 */
export function hostFiles(router: Router, secrets: ReadonlyMap<string, string>): HostFiles {
  const secretOf: SecretOf = ({ origin }, property) => {
    const value = secrets.get(`${origin.span.start.offset}/${property}`);
    // A line end would begin another setting.
    return value === undefined || value === '' || /[\r\n]/.test(value) ? undefined : value;
  };
  const parts = [networkdFiles(router, secretOf), pppFiles(router, secretOf)];
  const files = parts.flatMap(part => part.files);
  return {
    files: files.map(file =>
      file.content === 'key' ? file : { ...file, text: `${hostFileMark}\n${file.text}` },
    ),
    notes: parts.flatMap(part => part.notes),
  };
}

/** Is there a file that makes this interface? */
export const hasHostFiles = (item: Interface): boolean => isMadeByNetworkd(item) || isPppoeLine(item);
