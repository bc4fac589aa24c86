import { userInfo } from 'node:os';

/** Who runs this command, for the journal: `budi`, `budi from 192.168.88.10`. What sudo and sshd say of him. */
export function whoAsks(env: NodeJS.ProcessEnv = process.env): string {
  const { SUDO_USER, SSH_CONNECTION = '' } = env;
  const from = SSH_CONNECTION.split(' ')[0];
  return `${SUDO_USER ?? ownName()}${from ? ` from ${from}` : ''}`.slice(0, 128);
}

/** A user without a name has a number. */
function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? '?'}`;
  }
}
