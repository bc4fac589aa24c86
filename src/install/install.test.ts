import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Accounts,
  defaultsText,
  type FileOutcome,
  install,
  removeInstalled,
  removeWebUsers,
  unfitProgram,
  unfitWord,
} from './index.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const [unit, defaults, config] = [
  '/etc/systemd/system/jalur.service',
  '/etc/default/jalur',
  '/etc/jalur/jalur.rsc',
] as const;
const office = (text: string) => ({ name: 'jalur.rsc', text: Buffer.from(text) });
const first = office('/ip address\n');

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const outcomes = (files: readonly FileOutcome[]) =>
  Object.fromEntries(files.map(({ path, outcome }) => [path, outcome]));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('install', () => {
  it('nothing is there → unit, options and configuration, which root alone may read', () => {
    const { files } = install({ root, config: first });
    expect(outcomes(files)).toEqual({ [unit]: 'created', [defaults]: 'created', [config]: 'created' });
    expect(read(config)).toBe('/ip address\n');
    const modes = [unit, defaults, config].map(path => statSync(join(root, path)).mode & 0o777);
    expect(modes).toEqual([0o644, 0o644, 0o600]);
  });

  it('lines are dialled → what pppd needs beside the unit, of a package too; removed with the rest', () => {
    const dialling = '/etc/systemd/system/jalur.service.d/dialling.conf';
    write('/usr/lib/systemd/system/jalur.service', 'of the package\n');
    expect(outcomes(install({ root, config: first, dials: true }).files)[dialling]).toBe('created');
    expect(read(dialling)).toContain('DeviceAllow=/dev/ppp rw');
    removeInstalled({ root });
    expect(existsSync(dirname(join(root, dialling)))).toBe(false);
  });

  it('again → nothing is changed', () => {
    install({ root, config: first });
    const before = [unit, defaults, config].map(path => statSync(join(root, path)).ino);
    const { files } = install({ root, config: first });
    expect(new Set(files.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect([unit, defaults, config].map(path => statSync(join(root, path)).ino)).toEqual(before);
  });

  it('another configuration, and nobody has touched the first → replaced', () => {
    install({ root, config: first });
    const { files } = install({ root, config: office('/ip route\n') });
    expect(outcomes(files)[config]).toBe('replaced');
    expect(read(config)).toBe('/ip route\n');
  });

  it.each([
    ['changed since', (): void => void install({ root, config: first })],
    ['written by somebody else', (): void => {}],
  ])('the configuration was %s → it is left as it is', (_, before) => {
    before();
    write(config, 'mine\n');
    const { files } = install({ root, config: office('/ip route\n') });
    expect(outcomes(files)[config]).toBe('kept');
    expect(read(config)).toBe('mine\n');
  });

  it('other options → replaced; without any → those that are there stay', () => {
    install({ root, runOptions: ['--plain'] });
    expect(read(defaults)).toContain('JALUR_OPTIONS="--plain"');
    install({ root, runOptions: ['--health', 'auto'] });
    expect(read(defaults)).toContain('JALUR_OPTIONS="--health auto"');
    install({ root });
    expect(read(defaults)).toContain('JALUR_OPTIONS="--health auto"');
  });

  it('a package has brought unit and options → its unit is used, options are filled in', () => {
    write('/usr/lib/systemd/system/jalur.service', 'of the package\n');
    write(defaults, defaultsText());
    const { files, packagedUnit } = install({ root, runOptions: ['--plain'] });
    expect(packagedUnit).toBe('/usr/lib/systemd/system/jalur.service');
    expect(outcomes(files)).toEqual({ [defaults]: 'replaced' });
    expect(existsSync(join(root, unit))).toBe(false);
  });

  it('dry → what it would do, and nothing is there', () => {
    const { files } = install({ root, config: first, dry: true });
    expect(outcomes(files)[config]).toBe('created');
    expect(existsSync(join(root, 'etc'))).toBe(false);
  });
});

describe('remove', () => {
  it('all of it goes, and the folders that are empty then', () => {
    install({ root, config: first });
    const files = removeInstalled({ root });
    expect(new Set(files.map(({ outcome }) => outcome))).toEqual(new Set(['removed']));
    const left = [unit, defaults, '/etc/jalur', '/var/lib/jalur'].filter(path =>
      existsSync(join(root, path)),
    );
    expect(left).toEqual([]);
  });

  it('what somebody else changed or wrote stays', () => {
    install({ root, config: first });
    write(config, 'mine\n');
    write('/etc/jalur/notes', 'mine\n');
    rmSync(join(root, defaults));
    expect(outcomes(removeInstalled({ root }))).toEqual({
      [unit]: 'removed',
      [defaults]: 'gone',
      [config]: 'kept',
    });
    expect([read(config), read('/etc/jalur/notes')]).toEqual(['mine\n', 'mine\n']);
  });

  it('a file that was there before with the same text is not ours → it stays', () => {
    write(config, '/ip address\n');
    install({ root, config: first });
    removeInstalled({ root });
    expect(read(config)).toBe('/ip address\n');
  });

  it('nothing was installed → nothing; twice → nothing the second time', () => {
    expect(removeInstalled({ root })).toEqual([]);
    install({ root });
    removeInstalled({ root });
    expect(removeInstalled({ root })).toEqual([]);
  });

  it('dry → what it would do, and all is there', () => {
    install({ root, config: first });
    expect(outcomes(removeInstalled({ root, dry: true }))[config]).toBe('removed');
    expect(read(config)).toBe('/ip address\n');
  });
});

/** Users of a machine that is not this one. */
function accountsOf(...there: string[]) {
  const users = new Set(there);
  const given: string[] = [];
  const accounts: Accounts = {
    has: user => users.has(user),
    make: user => void users.add(user),
    remove: user => user !== 'busy' && users.delete(user),
    give: (folder, user) => void given.push(`${folder.slice(root.length)} ${user}`),
  };
  return { accounts, users, given };
}

describe('the user of the pages', () => {
  const webUser = 'jalur-web';
  const record = '/var/lib/jalur/installed-users';

  it('no pages → none is made', () => {
    const { accounts, users } = accountsOf();
    expect(install({ root, accounts }).webUser).toBeUndefined();
    expect(users.size).toBe(0);
  });

  it('there is none → made, and taken back with the rest; what pages kept is theirs, then of root', () => {
    const { accounts, users, given } = accountsOf();
    write('/var/lib/jalur/host/web/users.json', '{}');
    expect(install({ root, webUser, accounts }).webUser).toEqual({ name: webUser, outcome: 'created' });
    expect([...users]).toEqual([webUser]);
    expect(install({ root, webUser, accounts }).webUser?.outcome).toBe('unchanged');
    expect(removeWebUsers({ root, accounts, dry: false })).toEqual([{ name: webUser, outcome: 'removed' }]);
    expect([users.size, existsSync(join(root, record))]).toEqual([0, false]);
    expect(given).toEqual(['/var/lib/jalur/host/web jalur-web', '/var/lib/jalur/host/web root']);
  });

  it('it was there before → not ours, so it stays', () => {
    const { accounts, users } = accountsOf(webUser);
    expect(install({ root, webUser, accounts }).webUser?.outcome).toBe('unchanged');
    expect(removeWebUsers({ root, accounts, dry: false })).toEqual([]);
    expect([...users]).toEqual([webUser]);
  });

  it('dry → said, and nothing is made or removed', () => {
    const { accounts, users } = accountsOf();
    expect(install({ root, webUser, accounts, dry: true }).webUser?.outcome).toBe('created');
    expect([users.size, existsSync(join(root, 'var'))]).toEqual([0, false]);
    install({ root, webUser, accounts });
    expect(removeWebUsers({ root, accounts, dry: true })).toEqual([{ name: webUser, outcome: 'removed' }]);
    expect([...users]).toEqual([webUser]);
  });

  it('it cannot be made → no file is written', () => {
    const { accounts } = accountsOf();
    const make = (): never => {
      throw new Error('useradd: cannot lock /etc/passwd');
    };
    expect(() => install({ root, webUser, accounts: { ...accounts, make } })).toThrow('cannot lock');
    expect(existsSync(join(root, 'etc'))).toBe(false);
  });

  it('programs of it run → it stays, and is taken back the next time', () => {
    const { accounts } = accountsOf();
    install({ root, webUser: 'busy', accounts });
    expect(removeWebUsers({ root, accounts, dry: false })).toEqual([{ name: 'busy', outcome: 'in-use' }]);
    expect(read(record)).toBe('busy\n');
    const idle = { ...accounts, remove: () => true };
    expect(removeWebUsers({ root, accounts: idle, dry: false })).toEqual([
      { name: 'busy', outcome: 'removed' },
    ]);
  });

  it('somebody took it away → gone; an image is made → named, as no user of this machine is meant', () => {
    const { accounts, users } = accountsOf();
    install({ root, webUser, accounts });
    users.clear();
    expect(removeWebUsers({ root, accounts, dry: false })).toEqual([{ name: webUser, outcome: 'gone' }]);
    expect(install({ root, webUser }).webUser).toEqual({ name: webUser, outcome: 'needed' });
  });
});

it.each([
  [['--port', 'ether1=enp1s0', '--failback', 'drain=10'], undefined],
  [['--port', 'a=$HOME'], 'a=$HOME'],
  [['--port', 'a"b'], 'a"b'],
  [['%h'], undefined],
])('words for systemd: %j', (words, unfit) => expect(unfitWord(words)).toBe(unfit));

it.each([
  ['/usr/lib/node_modules/jalur/bin/jalur', undefined],
  ['/root/.npm/_npx/1/node_modules/jalur/bin/jalur', 'npx'],
  ['/tmp/jalur/bin/jalur', 'emptied'],
  ['/opt/my jalur/bin/jalur', 'cannot be told'],
])('%s: may it be a service?', (program, said) => {
  const unfit = unfitProgram(program);
  if (said === undefined) expect(unfit).toBeUndefined();
  else expect(unfit).toContain(said);
});
