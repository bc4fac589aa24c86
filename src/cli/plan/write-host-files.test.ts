import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostFileMark, hostFiles } from '../../compile/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { writeHostFiles } from './write-host-files.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const keys = { own: key(1), peer: key(2), shared: key(3) };
const text = `# by RouterOS 7.16
/interface bridge add name=lan
/interface bridge port add bridge=lan interface=ether3
/interface vlan add name=vlan10 interface=ether1 vlan-id=10
/interface wireguard add name=wg0 listen-port=51821 mtu=1400 private-key="${keys.own}"
/interface wireguard peers add interface=wg0 name=office public-key="${keys.peer}" preshared-key="${keys.shared}" allowed-address=10.9.0.0/24,fd00:9::/64 endpoint-address=vpn.example endpoint-port=51820 persistent-keepalive=25s
/interface wireguard peers add interface=wg0 public-key="${keys.peer}" allowed-address=10.9.1.2/32 endpoint-address=fd00::1 endpoint-port=13231 responder=yes
/interface wireguard peers add interface=wg0 public-key="${keys.peer}" disabled=yes allowed-address=10.9.1.3/32
/interface pppoe-client add name=line interface=vlan10 user=u@isp disabled=no
/interface pppoe-client add name=known interface=ether2 user=u@isp password="p\\"w" disabled=no
/ip address add address=192.168.88.1/24 interface=lan
`;
const { router, secrets } = readRouterOs(text, { file: 'host.rsc' });
const { files, notes: left } = hostFiles(router, secrets);
const notes = left.map(({ en }) => en);
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
      'systemd/network/jalur-wg0-peer1.psk',
      'systemd/network/jalur-wg0.key',
      'systemd/networkd.conf.d/10-jalur.conf',
      'systemd/system/jalur-pppoe-line.service',
    ]);
    const bare = files.filter(file => !file.text.startsWith(`${hostFileMark}\n`));
    expect(bare.map(({ content }) => content)).toEqual(['key', 'key']);
    expect(textOf('systemd/network/10-jalur-ether1.network')).toContain('VLAN=vlan10');
    expect(textOf('systemd/network/10-jalur-ether3.network')).toContain('Bridge=lan');
    expect(textOf('systemd/network/10-jalur-vlan10.netdev')).toContain('Kind=vlan\n\n[VLAN]\nId=10\n');
    expect(textOf('ppp/peers/line')).toContain('"nic-vlan10"\nifname "line"\nuser "u@isp"\n');
  });

  it('WireGuard → its keys in files of their own, a section for each peer that is not disabled', () => {
    expect(textOf('systemd/network/10-jalur-wg0.netdev')).toBe(`${hostFileMark}

[NetDev]
Name=wg0
Kind=wireguard
MTUBytes=1400

[WireGuard]
PrivateKeyFile=/etc/systemd/network/jalur-wg0.key
ListenPort=51821

[WireGuardPeer]
PublicKey=${keys.peer}
PresharedKeyFile=/etc/systemd/network/jalur-wg0-peer1.psk
AllowedIPs=10.9.0.0/24,fd00:9::/64
Endpoint=vpn.example:51820
PersistentKeepalive=25

[WireGuardPeer]
PublicKey=${keys.peer}
AllowedIPs=10.9.1.2/32
`);
    expect(textOf('systemd/network/jalur-wg0.key')).toBe(`${keys.own}\n`);
    expect(textOf('systemd/network/jalur-wg0-peer1.psk')).toBe(`${keys.shared}\n`);
  });

  it('secrets → only in files that are marked as such, never in what is said', () => {
    const secret = new RegExp(`p.{0,2}"w|${[keys.own, keys.shared].map(one => one.slice(0, 43)).join('|')}`);
    const holding = files.filter(file => secret.test(file.text));
    expect(holding.map(({ path, content }) => [path, content])).toEqual([
      ['systemd/network/jalur-wg0.key', 'key'],
      ['systemd/network/jalur-wg0-peer1.psk', 'key'],
    ]);
    expect(notes.join(' ')).not.toMatch(secret);
    expect(notes).toEqual([
      expect.stringContaining('chown root:systemd-network jalur-*.key'),
      'known needs no file: jalur run dials it, as the text holds its password.',
      expect.stringContaining('The text holds no password of line'),
    ]);
  });

  it('neither keys nor password in the text → said what makes one, where it goes', () => {
    const bare = hostFiles(router, new Map());
    expect(bare.files.filter(({ content }) => content === 'key')).toEqual([]);
    expect(bare.notes.map(({ en }) => en)).toEqual([
      expect.stringContaining('wg genkey > /etc/systemd/network/jalur-wg0.key'),
      expect.stringContaining('The text holds no password of line'),
      expect.stringContaining('The text holds no password of known'),
    ]);
  });

  it('a peer with a key that is none → left out, and said', () => {
    const odd = readRouterOs(
      `/interface wireguard add name=wg1 private-key="${keys.own}"
/interface wireguard peers add interface=wg1 comment=shop public-key="a\\nb"`,
      { file: 'odd.rsc' },
    );
    const { files: made, notes: found } = hostFiles(odd.router, odd.secrets);
    const said = found.map(({ en }) => en);
    expect(made.map(file => file.text).join('')).not.toContain('[WireGuardPeer]');
    expect(said).toContain('Peer shop of wg1 is left out: the text holds no public key of it.');
  });
});

describe('writeHostFiles', () => {
  it('twice → the same files, those with secrets for their owner alone; nothing of them is printed', () => {
    const folder = join(dir, 'twice');
    expect(writeHostFiles(folder, files)).toBe(true);
    expect(writeHostFiles(folder, files)).toBe(true);
    for (const { path, text: whole, content } of files) {
      expect(read(folder, path)).toBe(whole);
      expect(statSync(join(folder, path)).mode & 0o777).toBe(content === 'open' ? 0o644 : 0o600);
    }
    expect(said.match(/^written: /gm)).toHaveLength(files.length);
    expect(said.match(/^unchanged: /gm)).toHaveLength(files.length);
    for (const secret of [keys.own, keys.shared, 'p"w', 'p\\"w']) expect(said).not.toContain(secret);
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

  it('another key is there → it stays, and nothing else is written', () => {
    const folder = join(dir, 'other-key');
    const path = join(folder, 'systemd/network/jalur-wg0.key');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${keys.peer}\n`);
    expect(writeHostFiles(folder, files)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe(`${keys.peer}\n`);
    expect(existsSync(join(folder, 'ppp'))).toBe(false);
    expect(said).toContain(`${path} holds another key`);
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
