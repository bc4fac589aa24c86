import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayBench, gatewayBench } from '../../src/gateway/testing/bench.ts';
import { openTown, type Town } from '../../src/gateway/testing/conversations.ts';
import { officeText } from '../../src/gateway/testing/office.ts';
import { lostOf, nothing, servicesIn, steadyTraffic } from '../../src/gateway/testing/steady-traffic.ts';
import { nftTable } from '../../src/linux/index.ts';
import {
  capabilityMask,
  gatewayCapabilities,
  packagePath,
  privilegesIn,
  sleep,
} from '../../src/sys/index.ts';
import { cannotInstall } from './checkout.ts';
import { type Machine, noMachine, startMachine } from './machine.ts';

// The Debian package on a machine that systemd has started: installed, run, upgraded while the LAN talks by both lines, purged.

const folder = mkdtempSync(join(tmpdir(), 'jalur-deb-'));
let bench: GatewayBench;
let town: Town;
let machine: Machine;
let asFound: string;
let refused = '';

/** Builds the package; its path in the folder. */
function build(version: string): string {
  // Compressing takes four times as long as all the rest; deb.test.ts does it.
  const words = ['tools/package.mjs', '--version', version, '--compress', 'none', '--out', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: packagePath('.'),
    encoding: 'utf8',
  });
  if (status !== 0 && cannotInstall(stderr)) refused = stderr;
  else expect(status, stderr).toBe(0);
  return stdout.trim().split(' ')[0] ?? '';
}

const show = (name: string): string =>
  machine.run('systemctl', 'show', '--property', name, '--value', 'jalur').said.trim();

/** Its process, by the id that it has in the machine. */
const statusOf = (pid: string): string => machine.run('cat', `/proc/${pid}/status`).said;

/** Both lines are in the routes by their leases, and nothing is under way. */
async function settled(): Promise<void> {
  const isRouted = (): boolean => {
    const routes = bench.ip('route', 'show', 'table', 'all');
    return [1, 2].every(i =>
      new RegExp(`^default via ${i}0.${i}0.${i}0.1 .*table 2700${i}`, 'm').test(routes),
    );
  };
  while (!isRouted()) await sleep(50);
  await sleep(300);
}

describe.skipIf(noMachine !== undefined)(`the Debian package (skipped: ${noMachine})`, () => {
  beforeAll(async () => {
    const [first] = ['0.1.0-1', '0.1.0-2'].map(build);
    if (refused !== '') return;
    bench = await gatewayBench();
    town = openTown(bench);
    machine = await startMachine(bench.router);
    asFound = bench.dump();
    for (const version of ['0.1.0-1', '0.1.0-2']) {
      const name = `jalur_${version}_${(first ?? '').split('_').at(-1)}`;
      machine.write(`/root/${version}.deb`, readFileSync(join(folder, name)));
    }
    machine.write('/root/office.rsc', officeText);
  }, 600_000);

  afterAll(async () => {
    town?.close();
    await machine?.down();
    await bench?.down();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('installed → it is there, and neither enabled nor started', context => {
    context.skip(refused !== '', 'npm has neither a registry nor a cache with the Node.js to carry');
    expect(machine.run('dpkg', '--install', '/root/0.1.0-1.deb')).toMatchObject({ code: 0 });
    expect(machine.run('jalur', '--version').said).toBe('0.1.0\n');
    expect([show('ActiveState'), show('UnitFileState')]).toEqual(['inactive', 'disabled']);
    expect(bench.dump()).toBe(asFound);
  });

  it('installed → the user of the pages is there, with a group, without home and shell', context => {
    context.skip(refused !== '', 'there is no package');
    const [name, , , , , home, shell] = machine.run('getent', 'passwd', 'jalur-web').said.trim().split(':');
    expect([name, home, shell]).toEqual(['jalur-web', '/nonexistent', '/usr/sbin/nologin']);
    expect(machine.run('id', '-gn', 'jalur-web').said).toBe('jalur-web\n');
  });

  it('given a configuration and started → ready when the kernel has it', async context => {
    context.skip(refused !== '', 'there is no package');
    const { code, said } = machine.run('jalur', 'install', '/root/office.rsc', '--now');
    expect([code, said]).toEqual([0, expect.stringContaining('jalur runs as a service')]);
    expect(machine.run('nft', 'list', 'tables').said).toContain(nftTable);
    expect([show('ActiveState'), show('UnitFileState'), show('NRestarts')]).toEqual([
      'active',
      'enabled',
      '0',
    ]);
    await settled();
    expect(show('StatusText')).toBe('2 of 2 lines up, nothing is wrong');
    expect(machine.run('jalur', 'status')).toMatchObject({ code: 0 });
    // The kernel was asked for the table before anything changed, though no namespace may be made there.
    expect(machine.run('journalctl', '--unit=jalur', '--output=cat').said).not.toContain('nft-not-asked');
  });

  it('confined → the rights of a gateway, no new ones, system calls filtered; its servers have their own users', context => {
    context.skip(refused !== '', 'there is no package');
    const status = statusOf(show('MainPID'));
    const { permitted, effective, bounding, noNewPrivileges } = privilegesIn(status);
    expect((permitted | effective | bounding) & ~capabilityMask(gatewayCapabilities)).toBe(0n);
    expect([noNewPrivileges, /^Seccomp:\t2$/m.test(status)]).toEqual([true, true]);
    expect(Object.keys(servicesIn(bench.router)).length).toBe(4);
    const users = machine.run('ps', '-o', 'user=', '-C', 'udhcpc,dnsmasq').said.trim().split(/\s+/);
    expect(users.filter(user => user === 'root')).toEqual([]);
  });

  it('reloaded, and given a text that it cannot see → nothing lost', async context => {
    context.skip(refused !== '', 'there is no package');
    const flowing = await steadyTraffic(town);
    expect(machine.run('systemctl', 'reload', 'jalur')).toEqual({ code: 0, said: '' });
    const { code, said } = machine.run('jalur', 'apply', '/root/office.rsc');
    expect(code, said).toBe(0);
    expect(await lostOf(flowing)).toEqual(nothing);
    expect(show('ActiveState')).toBe('active');
  });

  it('upgraded while the LAN talks → another process, the same services, nothing lost', async context => {
    context.skip(refused !== '', 'there is no package');
    const [before, services] = [show('MainPID'), servicesIn(bench.router)];
    const flowing = await steadyTraffic(town);
    const { code, said } = machine.run('dpkg', '--install', '/root/0.1.0-2.deb');
    expect([code, said]).toEqual([0, expect.stringContaining('Setting up jalur (0.1.0-2)')]);
    await settled();
    expect(await lostOf(flowing)).toEqual(nothing);
    expect([show('ActiveState'), show('MainPID') === before]).toEqual(['active', false]);
    expect(servicesIn(bench.router)).toEqual(services);
  });

  it('it hangs → its watchdog ends it, it is started anew, nothing lost', async context => {
    context.skip(refused !== '', 'there is no package');
    machine.write('/etc/systemd/system/jalur.service.d/test.conf', '[Service]\nWatchdogSec=2\n');
    machine.run('systemctl', 'daemon-reload');
    machine.run('systemctl', 'restart', 'jalur');
    await settled();
    await sleep(5000);
    expect(show('NRestarts')).toBe('0');
    const flowing = await steadyTraffic(town);
    machine.run('kill', '-STOP', show('MainPID'));
    while (show('NRestarts') === '0' || show('ActiveState') !== 'active') await sleep(200);
    await settled();
    expect(await lostOf(flowing)).toEqual(nothing);
  });

  it('stopped → the network goes on; started → it is taken over', async context => {
    context.skip(refused !== '', 'there is no package');
    const services = servicesIn(bench.router);
    const flowing = await steadyTraffic(town);
    expect(machine.run('systemctl', 'stop', 'jalur')).toEqual({ code: 0, said: '' });
    await sleep(500);
    expect(machine.run('systemctl', 'start', 'jalur')).toEqual({ code: 0, said: '' });
    await settled();
    expect(await lostOf(flowing)).toEqual(nothing);
    expect(servicesIn(bench.router)).toEqual(services);
  });

  it('with --web → the pages answer, by a user of their own without capabilities; "save" gets into /etc/jalur', async context => {
    context.skip(refused !== '', 'there is no package');
    machine.write('/etc/default/jalur', 'JALUR_OPTIONS="--web"\n');
    const { code } = machine.run('systemctl', 'restart', 'jalur');
    expect(code, machine.run('journalctl', '--unit=jalur', '--output=cat').said.slice(-600)).toBe(0);
    await settled();
    const pages = (): string => machine.run('pgrep', '--full', '--uid', 'jalur-web', 'web.sock').said.trim();
    while (pages() === '') await sleep(100);
    const token =
      machine.run('jalur', 'token', 'add', 'test', '--scope', 'admin').said.trim().split('\n')[0] ?? '';
    const ask = (method: string, path: string, ...words: readonly string[]) =>
      machine.run(
        ...[
          'curl',
          '--silent',
          '--insecure',
          '--request',
          method,
          '--header',
          `Authorization: Bearer ${token}`,
        ],
        ...['--header', 'Content-Type: application/json', ...words, `https://127.0.0.1:8443/api/v1${path}`],
      ).said;
    while (!ask('GET', '/status').includes('"lines"')) await sleep(200);
    const { effective, permitted } = privilegesIn(statusOf(pages()));
    expect([effective, permitted]).toEqual([0n, 0n]);
    expect(statusOf(pages())).toMatch(/^NoNewPrivs:\t1$/m);
    expect(machine.run('curl', '--silent', '--insecure', 'https://127.0.0.1:8443/').said).toMatch(/<script/);
    const { hash } = JSON.parse(ask('GET', '/config')) as { hash: string };
    const files = [{ file: '/etc/jalur/jalur.rsc', text: `# by a page\n${officeText}` }];
    machine.write('/root/body.json', JSON.stringify({ files, save: true }));
    const words = ['--header', `If-Match: "${hash}"`, '--data', '@/root/body.json'];
    expect(ask('POST', '/config/apply', ...words)).toContain('"accepted":true');
    expect(machine.run('head', '-1', '/etc/jalur/jalur.rsc').said).toBe('# by a page\n');
  });

  it('its configuration cannot be enforced → it is not started again and again', context => {
    context.skip(refused !== '', 'there is no package');
    machine.run('systemctl', 'stop', 'jalur');
    const text = `${officeText}/ip firewall filter add action=drop chain=forward content=virus\n`;
    machine.write('/etc/jalur/jalur.rsc', text);
    expect(machine.run('systemctl', 'start', 'jalur').code).toBe(1);
    expect([show('ActiveState'), show('ExecMainStatus')]).toEqual(['failed', '1']);
    machine.write('/etc/jalur/jalur.rsc', officeText);
    machine.run('systemctl', 'start', 'jalur');
    expect(show('ActiveState')).toBe('active');
  });

  it('jalur install --remove → stopped, disabled, the network as it was; state and package stay', context => {
    context.skip(refused !== '', 'there is no package');
    const { code, said } = machine.run('jalur', 'install', '--remove');
    expect(code, said).toBe(0);
    expect([show('ActiveState'), show('UnitFileState')]).toEqual(['inactive', 'disabled']);
    expect(bench.dump()).toBe(asFound);
    expect(servicesIn(bench.router)).toEqual({});
    expect(machine.has('/etc/jalur/jalur.rsc')).toBe(false);
    // The seed and the leases are for the next time; the options belong to the package, and somebody has changed them.
    const kept = ['/var/lib/jalur', '/etc/default/jalur', '/usr/bin/jalur'];
    expect(kept.filter(path => !machine.has(path))).toEqual([]);
    expect(machine.run('jalur', 'install', '--remove').said).toContain('nothing was changed');
  });

  it('installed again, and the package removed → the network as it was; what is configured stays', async context => {
    context.skip(refused !== '', 'there is no package');
    expect(machine.run('jalur', 'install', '/root/office.rsc', '--now').code).toBe(0);
    await settled();
    const { code, said } = machine.run('dpkg', '--remove', 'jalur');
    expect(code, said).toBe(0);
    expect(bench.dump()).toBe(asFound);
    expect(servicesIn(bench.router)).toEqual({});
    const places = [
      '/etc/jalur/jalur.rsc',
      '/etc/default/jalur',
      '/var/lib/jalur',
      '/usr/bin/jalur',
      '/usr/lib/jalur',
    ];
    expect(places.filter(path => machine.has(path))).toEqual(places.slice(0, 3));
  });

  it('purged → the network as it was, and no file is left', context => {
    context.skip(refused !== '', 'there is no package');
    const { code, said } = machine.run('dpkg', '--purge', 'jalur');
    expect([code, said]).toEqual([0, expect.stringContaining('Purging configuration files')]);
    expect(bench.dump()).toBe(asFound);
    expect(servicesIn(bench.router)).toEqual({});
    const places = [
      '/usr/bin/jalur',
      '/usr/lib/jalur',
      '/etc/jalur',
      '/etc/default/jalur',
      '/var/lib/jalur',
      '/run/jalur',
    ];
    expect(places.filter(path => machine.has(path))).toEqual([]);
    expect(machine.has('/etc/systemd/system/multi-user.target.wants/jalur.service')).toBe(false);
  });
});
