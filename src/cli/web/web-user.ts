import { dirname, join } from 'node:path';
import { packagePath } from '../../files/index.ts';
import { webSocket } from '../../gateway/index.ts';
import { EnvironmentError, isOpenTo, mayDropPrivileges, type Rights } from '../../sys/index.ts';
import { usualWebUser, webOwner } from './folder.ts';

/** Rights of the process of the pages: none. Throws EnvironmentError where there is no such user, or he cannot read the program. */
export function rightsOf(webUser: string): Rights {
  const owner = webOwner({ webUser });
  if (!owner)
    throw new EnvironmentError(
      'COMMAND_FAILED',
      {
        en: `There is no user ${webUser}, which the process of the pages would be.`,
        id: `Tidak ada pengguna ${webUser}, yang akan menjalankan proses halaman.`,
      },
      {
        en: `Make it: sudo useradd --system --user-group --shell /usr/sbin/nologin ${webUser}; or name another with --web-user.`,
        id: `Buat: sudo useradd --system --user-group --shell /usr/sbin/nologin ${webUser}; atau sebutkan yang lain dengan --web-user.`,
      },
    );
  const rights: Rights = { ...owner, capabilities: [] };
  const program = packagePath('bin/jalur');
  if (isOpenTo(program, rights, 0o4) && isOpenTo(process.execPath, rights, 0o5)) return rights;
  throw new EnvironmentError(
    'COMMAND_FAILED',
    {
      en: `The user ${webUser} may not read ${program} or ${process.execPath}, so it cannot serve the pages.`,
      id: `Pengguna ${webUser} tidak boleh membaca ${program} atau ${process.execPath}, jadi tidak dapat menyajikan halaman.`,
    },
    {
      en: 'Install jalur where everybody can read it (the Debian package does).',
      id: 'Pasang jalur di tempat yang dapat dibaca semua (paket Debian melakukannya).',
    },
  );
}

/** Is there a user for pages, and may we let a process be him? */
export const hasWebUser = (webUser: string): boolean =>
  mayDropPrivileges() && webOwner({ webUser }) !== undefined;

export interface AsUser {
  readonly rights: Rights;
  /** Where that user asks the gateway. */
  readonly socket: string;
}

/** Who serves pages that root starts: the user for it, by a socket of its own; or root, and why. Throws EnvironmentError as `rightsOf`. */
export function whoServes(
  socket: string,
  {
    webUser,
    lab,
    answers,
  }: { readonly webUser: string; readonly lab?: string | undefined; readonly answers: boolean },
): AsUser | { readonly root: readonly [why: string, next: string] } {
  if (lab !== undefined)
    return { root: ['only root may reach a lab.', 'End it when you have seen what you wanted.'] };
  if (!hasWebUser(webUser) && webUser === usualWebUser)
    return {
      root: [
        `there is no user ${webUser}, or this is a container that cannot become one.`,
        `Make it: sudo useradd --system --user-group --shell /usr/sbin/nologin ${webUser} (the Debian package does), and start the gateway anew.`,
      ],
    };
  const rights = rightsOf(webUser);
  const own = join(dirname(socket), webSocket);
  if (isOpenTo(own, rights, 0o6)) return { rights, socket: own };
  if (!answers)
    return {
      root: [
        `only a gateway that runs can let ${webUser} in.`,
        `End this with Ctrl-C, start the gateway, then sudo jalur web once more.`,
      ],
    };
  return {
    root: [
      `the gateway does not listen to ${webUser} at ${own}.`,
      `Start the gateway anew: it does where that user is there as it starts.`,
    ],
  };
}
