import { EnvironmentError, readSysctl } from '../../sys/index.ts';

/** Settings that forbid user namespaces, the value that does, and what allows them again. */
const guards = [
  {
    key: 'kernel.apparmor_restrict_unprivileged_userns',
    forbids: '1',
    next: 'Run as root, or: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0 (Ubuntu forbids user namespaces by AppArmor).',
  },
  {
    key: 'kernel.unprivileged_userns_clone',
    forbids: '0',
    next: 'Run as root, or: sudo sysctl kernel.unprivileged_userns_clone=1.',
  },
  {
    key: 'user.max_user_namespaces',
    forbids: '0',
    next: 'Run as root, or: sudo sysctl user.max_user_namespaces=15000.',
  },
] as const;

/** Why the outer namespace could not be made, from what `unshare` output, and what helps. */
export function explainRefusal(
  output: string,
  root: boolean,
  setting: (key: string) => string | undefined = readSysctl,
): EnvironmentError {
  const what = output.trim().split('\n').at(-1) || 'the runner ended without output';
  const guard = root ? undefined : guards.find(({ key, forbids }) => setting(key) === forbids);
  const next = guard?.next ?? (root ? asRoot : asUser);
  return new EnvironmentError(
    'MISSING_FEATURE',
    `The lab's outer namespace could not be made: ${what}`,
    next,
  );
}

const asRoot =
  'Root here lacks CAP_SYS_ADMIN: in a container, start it with --privileged (or --cap-add SYS_ADMIN --cap-add NET_ADMIN).';
const asUser = 'Run as root, or on a machine (not in a container) that allows user namespaces.';
