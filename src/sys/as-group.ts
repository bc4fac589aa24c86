import { EnvironmentError } from './environment-error.ts';
import { native } from './native.ts';
import { run } from './run.ts';

/** setfsgid(2): of this thread alone, and it says what was before; whether it did anything, only another call says. */
const setfsgid = native<[gid: number], number>('int setfsgid(uint32_t)');

/** What is made in the file system meanwhile is of that group: CAP_SETGID is enough, where chown(2) needs more. Throws EnvironmentError. */
export function asGroup<T>(gid: number, work: () => T): T {
  const before = setfsgid(gid);
  try {
    if (setfsgid(gid) === gid) return work();
  } finally {
    setfsgid(before);
  }
  throw new EnvironmentError(
    'MISSING_ROOT',
    {
      en: `CAP_SETGID is missing: nothing can be made for the group ${gid}.`,
      id: `CAP_SETGID tidak ada: tidak ada yang dapat dibuat untuk grup ${gid}.`,
    },
    {
      en: 'Run as root (sudo), in a container with that capability (--cap-add=SETGID).',
      id: 'Jalankan sebagai root (sudo), dalam container dengan capability itu (--cap-add=SETGID).',
    },
  );
}

/** The number of a user's group. Throws EnvironmentError where there is no such user. */
export function groupOf(user: string): number {
  const { code, stdout } = run(['id', '-g', '--', user], { allowFailure: true });
  if (code === 0) return Number(stdout.trim());
  throw new EnvironmentError(
    'COMMAND_FAILED',
    { en: `There is no user ${user} on this machine.`, id: `Tidak ada pengguna ${user} di mesin ini.` },
    {
      en: `Make it (sudo useradd --system --shell /usr/sbin/nologin ${user}), or name another.`,
      id: `Buat (sudo useradd --system --shell /usr/sbin/nologin ${user}), atau sebutkan yang lain.`,
    },
  );
}
