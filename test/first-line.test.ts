import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { quietly } from './hostile/quietly.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-first-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(text: string, name = 'office.rsc'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function firstLine(...words: string[]): Promise<string> {
  const { out, err } = await quietly(words);
  return (out === '' ? err : out).split('\n\n')[0]?.replaceAll(/\n\s*/g, ' ') ?? '';
}

const lan = `/ip address
add address=192.168.0.1/24 interface=bridge
`;
const lines = `/interface pppoe-client
add name=pppoe-out1 interface=ether1 add-default-route=yes disabled=no
/ip firewall nat
add chain=srcnat out-interface=pppoe-out1 action=masquerade
`;
const left = '/ip route\nadd gateway=<GATEWAY_2> routing-table=second\n';
const packet = ['--in', 'bridge', '--src', '192.168.0.9', '--dst', '8.8.8.8'];

describe('statements that were not understood and could matter', () => {
  it('the first sentence says that it leaves them out', async () => {
    const path = fileWith(lan + lines + left);
    expect(await firstLine('explain', path, ...packet)).toMatch(
      /^Without 1 statement that was not understood, it leaves by pppoe-out1 as /,
    );
    expect(await firstLine('spread', path, '--flows', '20')).toMatch(
      /^Expected shares of connections, without 1 statement that was not understood: pppoe-out1 100\.0 %/,
    );
    expect(await firstLine('prove', path)).toMatch(/^Without 1 statement that was not understood, /);
    expect(await firstLine('diff', path, path, '--flows', '20')).toMatch(
      /^Without 1 statement that was not understood, no change; /,
    );
    expect(await firstLine('explain', path, ...packet, '--lang', 'id')).toMatch(
      /^Tanpa 1 perintah yang tidak dipahami, /,
    );
  });

  it('all understood → nothing is said', async () => {
    expect(await firstLine('explain', fileWith(lan + lines), ...packet)).toMatch(/^It leaves by pppoe-out1/);
  });
});

describe('a connection between hosts of the LAN that the router translates', () => {
  const hairpin = `/ip address add address=203.0.113.2/24 interface=ether1
/ip route add gateway=203.0.113.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat src-address=192.168.0.0/24 dst-address=192.168.0.0/24 action=masquerade
add chain=dstnat dst-address=203.0.113.2 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.0.10
`;
  const asked = ['--in', 'bridge', '--src', '192.168.0.9', '--dst', '203.0.113.2', '--dport', '443'];

  it('as whom it comes is said', async () => {
    const path = fileWith(lan + hairpin);
    expect(await firstLine('explain', path, ...asked)).toMatch(
      /^It goes to 192\.168\.0\.10:443 on bridge as 192\.168\.0\.1, because of the dst-nat rule /,
    );
    expect(await firstLine('explain', path, ...asked, '--lang', 'id')).toMatch(
      /^Paket diteruskan ke 192\.168\.0\.10:443 di bridge dengan alamat 192\.168\.0\.1, karena aturan dst-nat /,
    );
  });

  it('translated in its destination alone → nothing of its source', async () => {
    const path = fileWith(lan + hairpin.replace(/add chain=srcnat src-address.*\n/, ''));
    expect(await firstLine('explain', path, ...asked)).toMatch(
      /^It goes to 192\.168\.0\.10:443 on bridge, because/,
    );
  });
});

describe('a VPN server to which the filter lets nobody', () => {
  const server = '/interface l2tp-server server set enabled=yes use-ipsec=required\n';
  const input = '/ip firewall filter\nadd chain=input connection-state=established,related action=accept\n';
  const drop = 'add chain=input in-interface=ether1 action=drop\n';
  const line = `/ip address add address=203.0.113.2/24 interface=ether1
/ip route add gateway=203.0.113.1
/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade
`;

  it('prove says so beside that all holds; open → nothing of it', async () => {
    const path = fileWith(`${lan}${line}${server}${input}${drop}`);
    expect(await firstLine('prove', path)).toMatch(
      /^All holds: .*\. But nobody gets to L2TP\/IPsec by ether1: see the remarks\.$/,
    );
    expect(await firstLine('prove', path, '--lang', 'id')).toMatch(
      /^Semua terpenuhi: .* Tetapi tidak ada yang sampai ke L2TP\/IPsec lewat ether1: lihat catatan\.$/,
    );
    expect(await firstLine('prove', fileWith(`${lan}${line}${server}${input}`))).not.toContain('nobody gets');
  });
});

describe('plan', () => {
  const told = async (text: string, ...more: string[]): Promise<string | undefined> =>
    (await quietly(['plan', fileWith(text), ...more])).out.split('\n')[0];

  it('says what follows, and whether a gateway would take it, before what is wrong', async () => {
    const dhcp = '/ip dhcp-client add interface=ether1\n';
    expect(await told(lan + dhcp)).toMatch(
      /^# The Linux program of .*office\.rsc(?:, with \d+ warnings?)?; nothing was changed\.$/,
    );
    expect(await told(`${lan}${dhcp}/ip hotspot add interface=bridge disabled=no\n`)).toMatch(
      /^# jalur run would refuse .*office\.rsc: 1 error\. The program of the rest follows/,
    );
    expect(await told(lan + dhcp, '--lang', 'id')).toMatch(/^# Program Linux dari .*office\.rsc/);
  });
});

describe('a part of a configuration without a default route', () => {
  const path = () => fileWith(`/ip firewall filter\nadd chain=forward action=accept\n${lan}`);

  it('a packet that nothing leads on → said with what the text lacks', async () => {
    expect(await firstLine('explain', path(), ...packet)).toMatch(
      /^With no default route in the text, it is dropped: no route leads to its destination/,
    );
    expect(await firstLine('spread', path(), '--flows', '20')).toMatch(
      /^Expected shares of connections, with no default route in the text: dropped/,
    );
  });
});

it('nothing to compare → diff says so, and spread how to say a LAN', async () => {
  const path = fileWith('/ip firewall nat\nadd chain=srcnat action=masquerade out-interface-list=WAN\n');
  const other = fileWith('/ip firewall filter\nadd chain=forward action=accept\n', 'other.rsc');
  expect(await firstLine('diff', path, other)).toMatch(
    /changes; no packet was compared, as no LAN and no WAN /,
  );
  expect(await firstLine('spread', path)).toContain('say --lan bridge=192.168.88.1/24');
});

it('an answer that several ways share → one number, no range', async () => {
  const open =
    ':if ([/system clock get time] > 12:00:00) do={ /ip route add gateway=10.9.9.9 distance=200 }\n';
  const line = await firstLine('spread', fileWith(lan + lines + open), '--flows', '20');
  expect(line).toContain('pppoe-out1 100.0 %');
  expect(line).not.toContain('100.0 % to 100.0 %');
});

it('clients of a hotspot → prove says that it takes them for logged in', async () => {
  const hotspot = '/ip hotspot\nadd interface=bridge name=guests disabled=no\n';
  const { out } = await quietly(['prove', fileWith(lan + lines + hotspot)]);
  expect(out.replaceAll(/\n\s*/g, ' ')).toMatch(/Assumed: clients on bridge have logged in to the hotspot/);
});

describe('lint of a text that it cannot judge', () => {
  it('statements that only the router can carry out → no clean bill', async () => {
    const script = ':if ($bound=1) do={ /ip route set [find comment=ISP1] gateway=$"gateway-address" }\n';
    expect(await firstLine('lint', '--no-config', fileWith(script))).toBe(
      'No mistake found in what could be judged; 1 statement can only be carried out by the router itself.',
    );
  });

  it('prose → it says that nothing is RouterOS, and convert has nothing to convert', async () => {
    const path = fileWith('Our network has two lines.\nThe second one is slow.\n', 'readme.md');
    expect(await firstLine('lint', '--no-config', path)).toMatch(/^Nothing in this text is RouterOS /);
    const refused = fileWith('/ip route add gateway=10.0.0.1 distnce=2\n');
    expect(await firstLine('lint', '--no-config', refused)).toMatch(/^The router does not take this text /);
    expect((await quietly(['convert', path, '--to', 'v7'])).code).toBe(2);
  });
});
