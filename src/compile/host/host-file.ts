import { isDeviceName } from '../../linux/index.ts';
import type { Item } from '../../model/index.ts';
import type { Said } from '../../text/index.ts';

/** A file that the host needs before the gateway can use what it describes. */
export interface HostFile {
  /** Below the folder that the user names: `systemd/network/10-jalur-vlan10.netdev`. */
  readonly path: string;
  readonly text: string;
  readonly content: HostFileContent;
}

/** `secret`: among other things a password of the text; `key`: nothing but a key, so that no line of ours may stand in it. */
export type HostFileContent = 'open' | 'secret' | 'key';

/** Values that the router holds masked; undefined where the text has none. */
export type SecretOf = (item: Item, property: string) => string | undefined;

/** The files, and what is left for the user to do, one sentence each. */
export interface HostFiles {
  readonly files: readonly HostFile[];
  readonly notes: readonly Said[];
}

/** `[Section]` with its lines. */
export const section = (name: string, lines: readonly string[]): string =>
  `\n[${name}]\n${lines.map(line => `${line}\n`).join('')}`;

/** Names that can be those of a device and a file. */
export const isHostName = (name: string): boolean => isDeviceName(name) && !name.startsWith('.');
