import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rolesOf } from '../model/index.ts';
import { configFiles, notifyFileIn, readConfig } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('readConfig', () => {
  const write = (name: string, text: string): string => {
    const file = join(dir, name);
    writeFileSync(file, text);
    return file;
  };

  it('refuses a missing file, a folder without one, and a text that is no configuration', () => {
    const ids = [join(dir, 'nowhere.rsc'), dir, write('prose.md', 'npm start\n')].map(path => {
      const { usable, diagnostics } = readConfig(path);
      return [usable, diagnostics.at(-1)?.id];
    });
    expect(ids).toEqual([
      [false, 'config/unreadable-file'],
      [false, 'config/unreadable-file'],
      [false, 'config/nothing-in-it'],
    ]);
  });

  it('one bad line → it can be looked at without it, but not be run', () => {
    const text = '/ip route add gateway=10.0.0.1\n/ip route add gatway=10.0.0.2\n';
    const config = readConfig(write('bad-line.txt', text));
    expect(config).toMatchObject({ readable: true, usable: false, statements: 2 });
    expect(config.notUnderstood.map(({ text: said }) => said)).toEqual(['add gatway=10.0.0.2']);
  });

  it('finds the one configuration of a folder, and which routes follow a lease', () => {
    const script = '/ip route set [find comment=\\"ISP1\\"] gateway=\\$\\"gateway-address\\"';
    const file = write('office.rsc', `/ip dhcp-client add interface=ether1 script="${script}"\n`);
    expect(configFiles(dir)).toEqual([file]);
    expect(readConfig(dir)).toMatchObject({ usable: true, leaseRoutes: { ether1: ['ISP1'] } });
  });

  it('takes roles that the user states, and refuses those of interfaces that are not there', () => {
    const file = write('roles.rsc', '/ip dhcp-client add interface=ether1\n');
    expect(rolesOf(readConfig(file, { wans: [], lans: ['ether1'] }).router)).toMatchObject({
      wans: [],
      lans: ['ether1'],
    });
    const { usable, diagnostics } = readConfig(file, { wans: ['ether7'] });
    expect(usable).toBe(false);
    expect(diagnostics).toMatchObject([{ id: 'config/no-such-interface', do: 'Name one of ether1.' }]);
  });

  it('several files → one configuration, each from the root, every place in its own file', () => {
    const folder = mkdtempSync(join(dir, 'several-'));
    writeFileSync(join(folder, 'a.rsc'), '/ip address\nadd address=10.1.1.2/24 interface=ether1\n');
    writeFileSync(
      join(folder, 'b.rsc'),
      '# wrapped\n/ip route\nadd distance=2 \\\n    gateway=10.1.1.1\nadd gatway=10.1.1.3\n',
    );
    const files = ['a.rsc', 'b.rsc'].map(name => join(folder, name));
    for (const config of [readConfig(files), readConfig(folder)]) {
      const [route] = config.router.routes;
      expect(route?.origin.span).toMatchObject({
        file: files[1],
        start: { line: 3, column: 1 },
        end: { line: 4 },
      });
      expect(config.router.addresses[0]?.origin.span).toMatchObject({ file: files[0], start: { line: 2 } });
      const [bad] = config.diagnostics.filter(({ severity }) => severity === 'error');
      expect(bad?.span).toMatchObject({ file: files[1], start: { line: 5 } });
      expect([...config.texts.keys()]).toEqual(files);
    }
    const lone = write('lone.rsc', 'add gateway=10.1.1.1\n');
    expect(readConfig([files[1] ?? '', lone]).router.routes).toHaveLength(1);
  });

  it('a page with fences beside a plain text → both are read', () => {
    const page = write('page.md', 'Like this:\n```\n/ip route add gateway=10.1.1.1\n```\n');
    const plain = write('plain.rsc', '/ip address add address=10.1.1.2/24 interface=ether1\n');
    const { router } = readConfig([plain, page]);
    expect([router.routes.length, router.addresses.length]).toEqual([1, 1]);
    expect(router.routes[0]?.origin.span).toMatchObject({ file: page, start: { line: 3 } });
  });
});

describe('who is told', () => {
  it('a folder with notify.yaml → that file; a file, a folder without, several, none → nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalur-notify-'));
    const file = join(folder, 'a.rsc');
    writeFileSync(file, '');
    expect([
      notifyFileIn(file),
      notifyFileIn(folder),
      notifyFileIn('-'),
      notifyFileIn(join(folder, 'no')),
    ]).toEqual(Array(4).fill(undefined));
    writeFileSync(join(folder, 'notify.yaml'), '');
    expect(notifyFileIn([folder])).toBe(join(folder, 'notify.yaml'));
    expect([notifyFileIn(file), notifyFileIn([folder, file])]).toEqual([undefined, undefined]);
    rmSync(folder, { recursive: true });
  });
});
