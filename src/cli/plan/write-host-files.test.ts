import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostFileMark, hostFiles } from '../../compile/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { writeHostFiles } from './write-host-files.ts';

const text = `# by RouterOS 7.16
/interface bridge add name=lan
/interface bridge port add bridge=lan interface=ether3
/interface vlan add name=vlan10 interface=ether1 vlan-id=10
/interface wireguard add name=wg0 listen-port=13231 private-key="cHJpdmF0ZS1rZXk="
/interface wireguard peers add interface=wg0 public-key="cHVibGljLWtleQ==" allowed-address=10.9.0.0/24 endpoint-address=vpn.example endpoint-port=51820
/interface pppoe-client add name=line interface=vlan10 user=u@isp password="p\\"w" disabled=no
/ip address add address=192.168.88.1/24 interface=lan
`;
const { router, secrets } = readRouterOs(text, { file: 'host.rsc' });
const { files, notes } = hostFiles(router, secrets);
const dir = mkdtempSync(join(tmpdir(), 'host-files-'));
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation(words => {
    said += String(words);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('hostFiles', () => {
  const textOf = (path: string) => files.find(file => file.path === path)?.text ?? '';

  it('bridge, VLAN, WireGuard, PPPoE → their files, each with our mark first', () => {
    expect(files.map(({ path }) => path).sort()).toEqual([
      'ppp/peers/line',
      'systemd/network/10-jalur-ether1.network',
      'systemd/network/10-jalur-ether3.network',
      'systemd/network/10-jalur-lan.netdev',
      'systemd/network/10-jalur-lan.network',
      'systemd/network/10-jalur-vlan10.netdev',
      'systemd/network/10-jalur-vlan10.network',
      'systemd/network/10-jalur-wg0.netdev',
      'systemd/network/10-jalur-wg0.network',
      'systemd/system/jalur-pppoe-line.service',
    ]);
    expect(files.filter(file => !file.text.startsWith(`${hostFileMark}\n`))).toEqual([]);
    expect(textOf('systemd/network/10-jalur-ether1.network')).toContain('VLAN=vlan10');
    expect(textOf('systemd/network/10-jalur-ether3.network')).toContain('Bridge=lan');
    expect(textOf('systemd/network/10-jalur-vlan10.netdev')).toContain('Kind=vlan\n\n[VLAN]\nId=10\n');
    expect(textOf('systemd/network/10-jalur-wg0.netdev')).toContain('Kind=wireguard\n');
    expect(textOf('ppp/peers/line')).toContain('nic-vlan10\nifname line\nuser "u@isp"\npassword "p\\"w"\n');
  });

  it('secrets → only in files that are marked as such, never in what is said', () => {
    const holding = files.filter(file => /cHJpdmF0ZS1rZXk=|p\\"w/.test(file.text));
    expect(holding.map(({ path, secret }) => [path, secret])).toEqual([['ppp/peers/line', true]]);
    expect(notes.join(' ')).not.toMatch(/cHJpdmF0ZS1rZXk=|p"w/);
  });

  it('keys of WireGuard, no password in the text → said where they go', () => {
    const bare = hostFiles(router, new Map());
    expect(bare.notes.map(note => note.slice(0, 34))).toEqual([
      'Keys and peers of wg0 are not writ',
      'The text holds no password of line',
    ]);
  });
});

describe('writeHostFiles', () => {
  it('twice → the same files, those with secrets for their owner alone; nothing of them is printed', () => {
    const folder = join(dir, 'twice');
    expect(writeHostFiles(folder, files)).toBe(true);
    expect(writeHostFiles(folder, files)).toBe(true);
    for (const { path, text: content, secret } of files) {
      expect(read(folder, path)).toBe(content);
      expect(statSync(join(folder, path)).mode & 0o777).toBe(secret ? 0o600 : 0o644);
    }
    expect(said.match(/^written: /gm)).toHaveLength(files.length);
    expect(said.match(/^unchanged: /gm)).toHaveLength(files.length);
    expect(said).not.toMatch(/cHJpdmF0ZS1rZXk=|p\\?"w/);
  });

  it('a file that is not ours → left alone, and nothing else is written', () => {
    const folder = join(dir, 'foreign');
    const path = join(folder, 'ppp/peers/line');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'mine\n');
    expect(writeHostFiles(folder, files)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('mine\n');
    expect(existsSync(join(folder, 'systemd'))).toBe(false);
    expect(said).toContain(`${path} is there and not ours`);
  });

  it('an old file of ours that others may read → closed before it is written', () => {
    const folder = join(dir, 'old');
    const path = join(folder, 'ppp/peers/line');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${hostFileMark}\nold\n`, { mode: 0o644 });
    expect(writeHostFiles(folder, files)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
