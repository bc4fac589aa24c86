import { dirname, join } from 'node:path';
import { packagePath } from '../files/index.ts';
import type { UnitPlace } from './unit.ts';

/** Where everything lies that `jalur install` makes. */
export const places = {
  unit: '/etc/systemd/system/jalur.service',
  /** What pppd needs besides, where lines are dialled. */
  dialling: '/etc/systemd/system/jalur.service.d/dialling.conf',
  defaults: '/etc/default/jalur',
  config: '/etc/jalur',
  state: '/var/lib/jalur',
  /** Which files we made, with what was in them, as sha256sum(1) writes it. */
  manifest: '/var/lib/jalur/installed',
  /** Which users we made, one each line. */
  users: '/var/lib/jalur/installed-users',
} as const;

/** Units of a package: then there is no need for one of ours. */
export const packagedUnits: readonly string[] = [
  '/usr/lib/systemd/system/jalur.service',
  '/lib/systemd/system/jalur.service',
];

/** Where systemd looks for programs by itself (systemd.exec(5), Environment). */
const usualFolders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

const isBelow = (path: string, folders: readonly string[]): boolean =>
  folders.some(folder => path.startsWith(`${folder}/`));

/** Of this program, as it was started. */
export function unitPlace(program = packagePath('bin/jalur'), node = process.execPath): UnitPlace {
  const folder = dirname(node);
  return {
    program,
    ...(!usualFolders.includes(folder) && { nodeFolder: folder }),
    isInHome: [program, node].some(path => isBelow(path, ['/home', '/root', '/run/user'])),
  };
}

/** Why a service cannot be made of this copy of the program; undefined where it can. */
export function unfitProgram(program = packagePath('bin/jalur')): string | undefined {
  if (program.includes('/_npx/')) return 'npx keeps this copy of the program only for a while.';
  if (isBelow(program, ['/tmp', '/var/tmp'])) return `${program} is in a folder that is emptied by itself.`;
  return /[\s"'\\$%]/.test(program) ? `systemd cannot be told the path ${program}.` : undefined;
}

/** A path below another root. */
export const below = (root: string, path: string): string => join(root, path);
