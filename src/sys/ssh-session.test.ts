import { expect, it } from 'vitest';
import { type Ancestor, ownSession, sessionOf } from './index.ts';

const one = (name: string, title: string, ageMs: number, ofSsh = false): Ancestor => ({
  ...{ name, title, ageMs, ofSsh },
});
const shell = one('bash', '-bash', 900, true);
const sudo = one('sudo', 'sudo jalur confirm', 10);
const listener = one('sshd', 'sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups', 9e6);
const init = one('systemd', '/sbin/init', 1e7);

it.each([
  [
    'at the machine',
    [sudo, one('bash', '-bash', 900), one('login', 'login -p --', 950), init],
    { kind: 'local' },
  ],
  [
    'by SSH, with sudo → as old as the process that took the connection',
    [sudo, shell, one('sshd', 'sshd: adi@pts/0', 920), one('sshd', 'sshd: adi [priv]', 1000), listener, init],
    { kind: 'ssh', ageMs: 1000 },
  ],
  [
    'by OpenSSH 9.8',
    [
      shell,
      one('sshd-session', 'sshd-session: adi@pts/0', 920),
      one('sshd-session', 'sshd-session: adi [priv]', 1000),
      listener,
      init,
    ],
    { kind: 'ssh', ageMs: 1000 },
  ],
  [
    'by an sshd that does not say that it listens',
    [shell, one('sshd', 'sshd: root@pts/0', 800), one('sshd', '/usr/sbin/sshd -D', 9e6), init],
    { kind: 'ssh', ageMs: 800 },
  ],
  [
    'by an sshd that systemd starts for each connection',
    [shell, one('sshd', 'sshd -i', 700), init],
    { kind: 'ssh', ageMs: 700 },
  ],
  [
    'by dropbear',
    [shell, one('dropbear', 'dropbear -F', 600), one('dropbear', 'dropbear -F', 9e6), init],
    { kind: 'ssh', ageMs: 600 },
  ],
  [
    'in tmux that an SSH session has started',
    [shell, one('tmux: server', 'tmux', 1e6, true), init],
    { kind: 'unknown' },
  ],
  ['under the listener itself', [one('sh', 'sh', 5), listener, init], { kind: 'unknown' }],
] as const)('login session: %s', (_, ancestors, session) => {
  expect(sessionOf(ancestors)).toEqual(session);
});

it('login session of this process → found, and of an age that makes sense', () => {
  const session = ownSession();
  expect(['local', 'ssh', 'unknown']).toContain(session.kind);
});
