import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { packagePath } from '../../src/sys/index.ts';
import { Editor, placeOf } from './client.ts';
import { office } from './office.ts';

// One server for all: editors keep one for all their files.
const editor = new Editor(['--stdio']);
const uri = 'file:///home/admin/office.rsc';
const at = (what: string, nth = 1, into = 1) => placeOf(office, what, nth, into);

beforeAll(async () => {
  const { serverInfo } = await editor.start();
  expect(serverInfo?.name).toBe('jalur');
  await editor.open(uri, office);
});

afterAll(async () => {
  expect(editor.logged).toEqual([]);
  expect(await editor.end()).toBe(0);
});

describe('jalur lsp, over standard input and output', () => {
  it('diagnostics: a text with a remainder that nobody takes → the finding of lint at its place', async () => {
    const broken = office.replace(/.*3\/2.*\n/, '');
    const file = 'file:///home/admin/broken.rsc';
    await editor.open(file, broken);
    const { diagnostics } = await editor.diagnostics(file);
    const missing = diagnostics.find(({ code }) => code === 'pcc/remainder-missing');
    expect(missing).toMatchObject({ severity: 1, source: 'jalur' });
    expect(missing?.range.start).toEqual(placeOf(broken, 'add action=mark-connection', 4));
    await editor.close(file);
    await vi.waitFor(() => expect(editor.published(file).at(-1)).toEqual({ uri: file, diagnostics: [] }));
  });

  it('a keystroke that breaks, one that mends → the findings follow, by incremental edits', async () => {
    const file = 'file:///home/admin/typed.rsc';
    await editor.open(file, office);
    const before = await editor.diagnostics(file);
    const place = placeOf(office, '3/2', 1, 2);
    const range = { start: place, end: { ...place, character: place.character + 1 } };
    await editor.change(file, range, '1');
    const during = await editor.diagnostics(file);
    await editor.change(file, range, '2');
    const after = await editor.diagnostics(file);
    const codes = ({ diagnostics }: typeof before) => diagnostics.map(({ code }) => code);
    expect(codes(during)).toContain('pcc/remainder-missing');
    expect(codes(after)).toEqual(codes(before));
    expect(codes(after)).not.toContain('pcc/remainder-missing');
  });

  it('quick fix: a finding that is meant → a comment before its statement, and it is silent', async () => {
    const broken = office.replace(/.*3\/2.*\n/, '');
    const file = 'file:///home/admin/meant.rsc';
    await editor.open(file, broken);
    const { diagnostics } = await editor.diagnostics(file);
    const one = diagnostics.find(({ code }) => code === 'pcc/remainder-missing');
    if (!one) throw new Error('the finding is not there');
    const actions = await editor.codeActions(file, one.range);
    const suppress = actions.find(
      ({ title }) => title === 'Suppress pcc/remainder-missing here, with a reason',
    );
    const mended = editor.applied(file, suppress?.edit);
    expect(mended).toContain('\n# jalur-ignore pcc/remainder-missing: why it is meant\nadd action=mark-con');
    await editor.open(file, mended);
    const { diagnostics: left } = await editor.diagnostics(file);
    expect(left.map(({ code }) => code)).not.toContain('pcc/remainder-missing');
  });

  it('quick fix: a route that nothing checks → the edits that mend it, with what to know before', async () => {
    const unchecked = `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip route
add gateway=10.0.1.1 distance=1
add gateway=10.0.2.1 distance=2
`;
    const file = 'file:///home/admin/unchecked.rsc';
    await editor.open(file, unchecked);
    const { diagnostics } = await editor.diagnostics(file);
    const one = diagnostics.find(({ code }) => code === 'probes/unchecked');
    if (!one) throw new Error('the finding is not there');
    const actions = await editor.codeActions(file, one.range);
    const mend = actions.find(({ diagnostics: [of] = [] }) => of?.code === 'probes/unchecked');
    expect(mend).toMatchObject({
      kind: 'quickfix',
      isPreferred: false,
      title: expect.stringMatching(/^Mend: /),
    });
    await editor.open(file, editor.applied(file, mend?.edit));
    const { diagnostics: left } = await editor.diagnostics(file);
    expect(left.map(({ code }) => code)).not.toContain('probes/unchecked');
  });

  it('source.fixAll → the safe fixes alone, all at once, as lint --fix applies them', async () => {
    const text = `/ip pool
add name=dhcp ranges=192.168.0.10-192.168.0.99
/ip dhcp-server
add name=d interface=ether3 address-pool=dchp
/ip address
add address=192.168.0.1/24 broadcast=192.168.0.255 interface=ether3
add address=10.0.1.2/24 interface=ether1
/ip route
add gateway=10.0.1.1
add gateway=10.0.1.1
`;
    const file = 'file:///home/admin/all.rsc';
    await editor.open(file, text);
    const whole = { start: placeOf(text, '/ip pool'), end: placeOf(`${text}\0`, '\0') };
    const [action, ...more] = await editor.codeActions(file, whole, ['source.fixAll']);
    expect(more).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.jalur');
    const mended = editor.applied(file, action?.edit);
    expect(mended).toBe(text.replace(' broadcast=192.168.0.255', '').replace('add gateway=10.0.1.1\n', ''));
    await editor.open(file, mended);
    expect(await editor.codeActions(file, whole, ['source.fixAll'])).toEqual([]);
    expect((await editor.codeActions(file, whole)).some(({ kind }) => kind !== 'quickfix')).toBe(false);
  });

  it('quick fix: a misspelt pool → the one that was meant, not preferred, as a person has to say so', async () => {
    const text =
      '/ip pool\nadd name=dhcp ranges=10.0.0.2-10.0.0.9\n/ip dhcp-server\nadd name=d interface=ether3 address-pool=dchp\n';
    const file = 'file:///home/admin/pool.rsc';
    await editor.open(file, text);
    const at = { start: placeOf(text, 'dchp'), end: placeOf(text, 'dchp', 1, 4) };
    const actions = await editor.codeActions(file, at, ['quickfix']);
    const mend = actions.find(({ diagnostics: [of] = [] }) => of?.code === 'rsc/unknown-pool');
    expect(mend?.isPreferred).toBe(false);
    expect(editor.applied(file, mend?.edit)).toBe(text.replace('dchp', 'dhcp'));
  });

  it.each([
    'routes/no-main-default',
    'probes/is-dns',
    'probes/leaks',
    'probes/shared',
    'probes/next-hop-only',
    'nat/stuck-connections',
    'firewall/ipv6-open',
    'routes/lease-gateway-fixed',
    'queues/mark-unset',
  ])('quick fix: %s → the edits that lint --fix=all applies, and the finding is gone', async rule => {
    const page = readFileSync(packagePath(`src/lint/rules/${rule}.md`), 'utf8');
    const text = /## Wrong[\s\S]*?```rsc\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const file = `file:///home/admin/${rule.replace('/', '-')}.rsc`;
    await editor.open(file, text);
    const { diagnostics } = await editor.diagnostics(file);
    const one = diagnostics.find(({ code }) => code === rule);
    if (!one) throw new Error('the finding is not there');
    const actions = await editor.codeActions(file, one.range);
    const mend = actions.find(({ diagnostics: [of] = [] }) => of?.code === rule);
    expect(mend).toMatchObject({ isPreferred: false, title: expect.stringMatching(/^Mend: /) });
    await editor.open(file, editor.applied(file, mend?.edit));
    const { diagnostics: left } = await editor.diagnostics(file);
    expect(left.map(({ code }) => code)).not.toContain(rule);
    await editor.close(file);
  });

  it('hover on a PCC rule → its conditions in plain words, the shares of its set, and where its mark leads', async () => {
    const said = await editor.hover(uri, at('chain=prerouting', 3));
    expect(said).toContain('Rule of chain **prerouting** (mangle).');
    expect(said).toContain('are not for the router itself');
    expect(said).toContain('whose hash of both addresses leaves remainder 0 of 3');
    expect(said).toContain('Of what comes to this set of rules: c1 33.3 %, c2 66.7 %.');
    expect(said).toContain('**to_ISP1**: Leads to ISP1 (wan1) by 10.0.1.1, while all lines are up.');
  });

  it('hover on a connection mark → where it is made and used, and where it leads', async () => {
    const said = await editor.hover(uri, at('=c2', 1));
    expect(said).toContain('**c2** (connection mark): made in line 21, 23, 24; used in line 26, 28.');
    expect(said).toContain('Its packets get routing mark **to_ISP2**. Leads to ISP2 (wan2) by 10.0.2.1');
  });

  it('hover on a route → whether it is active, and why not', async () => {
    expect(await editor.hover(uri, at('distance=2'))).toContain(
      'Route to 0.0.0.0/0 in table **main**: not active. Distance 2: ',
    );
  });

  it('completion of a value → marks, lists and tables of the text, and words of the router', async () => {
    const labels = async (what: string, into: number, nth = 1) =>
      (await editor.completion(uri, at(what, nth, into))).map(({ label }) => label);
    expect(await labels('src-address-list=office', 17)).toEqual(['office']);
    expect(await labels('chain=srcnat', 6)).toContain('dstnat');
    expect(await labels('new-routing-mark=to_ISP1', 19)).toEqual(['to_ISP1', 'to_ISP2', 'main']);
    expect(await labels('out-interface-list=', 19)).toContain('WAN');
    expect(await labels('check-gateway=', 14)).toEqual(['none', 'ping', 'arp', 'bfd']);
    expect(await labels('action=masquerade', 7)).toContain('dst-nat');
  });

  it('completion of menus, commands and properties → with the versions that have them', async () => {
    const file = 'file:///home/admin/new.rsc';
    const complete = async (text: string) => {
      await editor.open(file, text);
      return editor.completion(file, placeOf(`${text}\0`, '\0'));
    };
    const labelled = async (text: string) => (await complete(text)).map(({ label }) => label);
    expect(await labelled('/ip fire')).toContain('firewall');
    expect(await labelled('/ip/firewall/na')).toContain('nat');
    expect(await labelled('/ip firewall nat\na')).toContain('add');
    expect(await labelled('/ip route add gateway=10.0.0.1 ')).not.toContain('gateway');
    const client = await complete(
      '# 2026-11-29 by RouterOS 7.16\n/ip dhcp-client\nadd interface=ether1 check',
    );
    const check = client.find(({ label }) => label === 'check-gateway');
    expect(check).toMatchObject({ detail: expect.stringContaining('RouterOS 7.19 and later'), tags: [1] });
  });

  it('definition and references of a table → its menu, its rules, its route, and the script', async () => {
    expect(await editor.definition(uri, at('new-routing-mark=to_ISP1', 1, 20))).toEqual(['8: to_ISP1']);
    expect(await editor.references(uri, at('name=to_ISP1', 1, 6))).toEqual([
      '8: to_ISP1',
      '25: to_ISP1',
      '27: to_ISP1',
      '32: to_ISP1',
      '37: to_ISP1',
    ]);
  });

  it('renaming an interface → everywhere, in scripts too, with quotes where they are needed', async () => {
    expect(await editor.prepareRename(uri, at('interface=wan1', 1, 11))).toMatchObject({
      placeholder: 'wan1',
    });
    const renamed = await editor.rename(uri, at('interface=wan1', 1, 11), 'wan 1');
    expect(renamed).not.toMatch(/wan1/);
    expect(renamed).toContain('name="wan 1"\n');
    expect(renamed).toContain('/interface disable \\"wan 1\\""\n');
    expect(renamed.replaceAll(/\\?"wan 1\\?"/g, 'wan1')).toBe(office);
  });

  it('renaming what every router has, or to a name that is taken → refused with the reason', async () => {
    await expect(editor.prepareRename(uri, at('default-name=ether1', 1, 14))).rejects.toThrow(
      'from the factory',
    );
    await expect(editor.prepareRename(uri, at('chain=srcnat', 1, 7))).rejects.toThrow('by itself');
    await expect(editor.rename(uri, at('=c1', 1), 'c2')).rejects.toThrow(
      'already the name of something else',
    );
  });

  it('inlay hints → by which line a mark leads out, and what part it gets', async () => {
    expect(await editor.inlayHints(uri)).toEqual([
      '20: → ISP1 (wan1)',
      '21: → ISP2 (wan2)',
      '22: → ISP1 (wan1), 33 %',
      '23: → ISP2 (wan2), 33 %',
      '24: → ISP2 (wan2), 33 %',
      '25: → ISP1 (wan1)',
      '26: → ISP2 (wan2)',
      '27: → ISP1 (wan1)',
      '28: → ISP2 (wan2)',
    ]);
  });
});
