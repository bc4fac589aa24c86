/**
 * Menus that the router fills itself, with the commands that all versions of 7 have there. What the listings say of the menu (`schema.ts`)
 * is since when, or until when, something could be stated in it (docs/routeros.md#console-listings).
 */
const filled: ReadonlyMap<string, readonly string[]> = new Map([
  ['/ip hotspot active', ['find', 'get', 'login', 'print', 'remove']],
  ['/ipv6 neighbor', ['find', 'get', 'print']],
  ['/routing ospf interface', ['find', 'get', 'print']],
  ['/user active', ['find', 'get', 'print']],
]);

/** Is it a command that a menu has whatever the gate of the menu says? To go into the menu is one. */
export const isAlwaysThere = (menu: string, command: string): boolean =>
  filled.get(menu)?.some(one => one === command || command === '') === true;
