import type { Case } from '../notation.ts';

type Row = readonly [says: string, ...steps: string[]];

/** Cases that share a configuration. */
export function group(config: string, rows: readonly Row[]): Case[] {
  return rows.map(([says, ...steps]) => ({ says, config, steps }));
}

/** Every uplink masquerades. */
export const masquerade = `
/ip firewall nat
add chain=srcnat out-interface-list=WAN action=masquerade
`;

/** A mark-routing rule for one table, on what comes from the LAN. */
export const toTable = (table: string, more = ''): string =>
  `add chain=prerouting in-interface=ether4 ${more} action=mark-routing new-routing-mark=${table}\n`;

export const mangle = (...rules: readonly string[]): string => `/ip firewall mangle\n${rules.join('\n')}\n`;
export const filter = (...rules: readonly string[]): string => `/ip firewall filter\n${rules.join('\n')}\n`;
export const nat = (...rules: readonly string[]): string => `/ip firewall nat\n${rules.join('\n')}\n`;
