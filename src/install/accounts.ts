import { run } from '../sys/index.ts';

/** Users of this machine, as far as a service needs them. Tests put others in their place. */
export interface Accounts {
  has(user: string): boolean;
  /** A user of the system with a group of its own, who can neither log in nor has a home. Throws EnvironmentError. */
  make(user: string): void;
  /** False: it stays, as programs of that user run. */
  remove(user: string): boolean;
  /** Gives a folder with all that lies in it to a user. Throws EnvironmentError. */
  give(folder: string, user: string): void;
}

/** useradd(8): of whoever has no `adduser`, too. */
const makeWords: readonly string[] = [
  ...['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'],
  ...['--shell', '/usr/sbin/nologin', '--comment', 'web pages of jalur', '--'],
];

/** The command that a user types for the same. */
export const makeUserCommand = (user: string): string =>
  `sudo useradd --system --user-group --shell /usr/sbin/nologin ${user}`;

export const machineAccounts: Accounts = {
  has: user => run(['id', '-u', '--', user], { allowFailure: true }).code === 0,
  make: user => void run([...makeWords, user]),
  remove: user => run(['userdel', '--', user], { allowFailure: true }).code === 0,
  // -h: what a link in there points to is nobody's to give.
  give: (folder, user) => void run(['chown', '-hR', '--', `${user}:`, folder]),
};
