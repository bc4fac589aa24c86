import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jalur-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lint(words: readonly string[], input = '') {
  const run = spawnSync(process.execPath, [join(root, 'bin/jalur'), 'lint', ...words], {
    encoding: 'utf8',
    cwd: root,
    input,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const half =
  '/ip firewall mangle\nadd chain=prerouting in-interface=bridge connection-mark=no-mark dst-address-type=!local per-connection-classifier=src-address:2/0 action=mark-connection new-connection-mark=a\n';
const fine = '/ip address\nadd address=10.0.0.2/24 interface=ether1\n';

describe('what a user says of the lines', () => {
  const text = `/ip address
add address=192.168.88.1/24 interface=bridge
/ip dhcp-client
add interface=ether1 add-default-route=no disabled=no
add interface=ether2 disabled=no
/ip route
add gateway=203.0.113.1 distance=1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
`;

  it('--lease → what it settles is not assumed any more, and the sentence says it', () => {
    const path = file('leases.rsc', text);
    const lease = 'ether1=203.0.113.9/24,203.0.113.1';
    const said = lint(['--json', '--lease', lease, path]).out;
    const { context } = JSON.parse(said).files[0];
    expect(context.known).toEqual(['ether1 has 203.0.113.9/24, gateway 203.0.113.1.']);
    expect(context.assumptions.join()).not.toContain('--lease ether1=');
    expect(context.assumptions.join()).toContain('--lease ether2=');
    const other = lint(['--only', 'routes', '--lease', 'ether1=198.51.100.9/24,198.51.100.1', path]).out;
    expect(other).toContain('routes/gateway-unreachable');
  });

  it('--down → said; a port that is not there → exit code 2', () => {
    const path = file('lines.rsc', text);
    expect(JSON.parse(lint(['--json', '--down', 'ether2', path]).out).files[0].context.known).toEqual([
      'ether2 is unplugged.',
    ]);
    const checked = file('checked.rsc', text.replace('distance=1', 'distance=1 check-gateway=ping'));
    const silent = lint(['--json', '--unreachable', '203.0.113.1', checked]).out;
    expect(JSON.parse(silent).files[0].context.known).toEqual(['203.0.113.1 does not answer.']);
    const { code, err } = lint(['--down', 'ether9', path]);
    expect(code).toBe(2);
    expect(err).toContain('ether9');
  });

  it('a bench beside the text → its leases', () => {
    const path = join(root, 'examples/paper/paper.rsc');
    const { context } = JSON.parse(lint(['--json', path]).out).files[0];
    expect(context.known.join(' ')).toContain('as topology.yaml says');
  });
});

describe('jalur lint', () => {
  it('an error → the verdict first, exit code 1', () => {
    const { code, out } = lint([file('half.rsc', half)]);
    expect(out.split('\n')[0]).toMatch(
      /^Does not balance as written: No rule takes remainder 1 of src-address:2\./,
    );
    expect(out).toContain('half.rsc:2:1 error pcc/remainder-missing');
    expect(code).toBe(1);
  });

  it('nothing wrong → exit code 0', () => {
    const { code, out } = lint([file('fine.rsc', fine)]);
    expect(out.split('\n')[0]).toBe('No mistake found.');
    expect(code).toBe(0);
  });

  it('a switch with its own way out alone → said that nothing was asked about clients', () => {
    const text =
      '# by RouterOS 7.15\n/interface bridge add name=bridge\n/ip address add address=192.168.88.2/24 interface=bridge\n/ip route add gateway=192.168.88.1\n';
    const verdict = (...more: string[]) => lint([...more, file('switch.rsc', text)]).out.split('\n')[0];
    expect(verdict()).toMatch(
      /^No mistake found in what it has; no LAN was found, so nothing was asked about clients/,
    );
    expect(verdict('--lang', 'id')).toMatch(/^Tidak ditemukan kesalahan pada yang ada; LAN tidak ditemukan/);
  });

  it('no such file → exit code 2, what was read is judged all the same', () => {
    const { code, out, err } = lint([file('fine.rsc', fine), join(folder, 'none.rsc')]);
    expect(err).toContain('none.rsc cannot be read');
    expect(out).toContain('No mistake found.');
    expect(code).toBe(2);
  });

  it('--fail-on → from which severity on the exit code is 1', () => {
    const path = file('half.rsc', half);
    expect(lint(['--fail-on', 'never', path]).code).toBe(0);
    const remark = file('remark.rsc', half.replace('2/0', '1/0'));
    expect(lint(['--fail-on', 'info', remark]).code).toBe(1);
    expect(lint([remark]).code).toBe(0);
  });

  it('standard input, in Indonesian → its sentences', () => {
    const { out } = lint(['--lang', 'id', '-'], half);
    expect(out.split('\n')[0]).toMatch(/^Beban tidak terbagi/);
    expect(out).toContain('Tidak ada aturan untuk sisa 1 dari src-address:2.');
  });

  it('a folder → each of its .rsc files on its own, those in folders as well', () => {
    mkdirSync(join(folder, 'site', 'branch'), { recursive: true });
    file(join('site', 'one.rsc'), half);
    file(join('site', 'branch', 'two.rsc'), fine);
    file(join('site', 'notes.txt'), 'no configuration');
    const { out } = lint(['--json', join(folder, 'site')]);
    const { files } = JSON.parse(out) as { files: { file: string; diagnostics: { id: string }[] }[] };
    expect(files.map(one => one.file.replace(folder, ''))).toEqual(['/site/branch/two.rsc', '/site/one.rsc']);
    expect(files[1]?.diagnostics[0]?.id).toBe('pcc/remainder-missing');
  });

  it('--only → those rules alone; an unknown one is refused', () => {
    const path = file('half.rsc', half);
    expect(lint(['--only', 'routes', path]).out.split('\n')[0]).toBe('No mistake found.');
    const { code, err } = lint(['--only', 'pcc/nonsense', path]);
    expect(err).toContain('There is no rule pcc/nonsense');
    expect(code).toBe(2);
  });

  it('--explain → the page of a rule; a wrong name → what was meant', () => {
    expect(lint(['--explain', 'pcc/remainder-missing']).out).toContain('## When not to use it');
    const { code, err } = lint(['--explain', 'pcc/remainder-mising']);
    expect(err).toContain("Did you mean 'pcc/remainder-missing'?");
    expect(code).toBe(2);
  });

  it.each(['sarif', 'github', 'md', 'html', 'junit'])('--format %s → names the rule', format => {
    expect(lint(['--format', format, file('half.rsc', half)]).out).toContain('pcc/remainder-missing');
  });

  it('--wan → what the text is judged by', () => {
    const { out } = lint(['--wan', 'ether1', '--json', file('fine.rsc', fine)]);
    expect(out).toContain('--wan says so of ether1.');
  });

  const deprecated =
    '/ip address\nadd address=10.0.0.2/24 broadcast=10.0.0.255 interface=ether1 comment="café"\n';
  const without = deprecated.replace(' broadcast=10.0.0.255', '');

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['CR LF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['Latin-1', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['old Mac', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
  ])('--fix in %s → only the mistake is changed, mode and link stay', (_, bytes) => {
    const path = join(folder, 'target.rsc');
    writeFileSync(path, bytes(deprecated), { mode: 0o640 });
    chmodSync(path, 0o640);
    const link = join(folder, 'link.rsc');
    rmSync(link, { force: true });
    symlinkSync(path, link);
    const { out, code } = lint(['--fix', link]);
    expect(out).toMatch(/: 1 fixed; written to /);
    expect(out).toContain('fixed  rsc/deprecated-property  line 2:');
    expect(code).toBe(0);
    expect(readFileSync(path)).toEqual(bytes(without));
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).filter(name => name.endsWith('.new'))).toEqual([]);
  });

  it('--fix --dry-run → what would change, and the file as it was', () => {
    const path = file('dry.rsc', deprecated);
    const { out } = lint(['--fix', '--dry-run', path]);
    expect(out).toContain('1 fixed; nothing was written.');
    expect(out).toContain('-add address=10.0.0.2/24 broadcast=10.0.0.255 interface=ether1');
    expect(out).toContain('+add address=10.0.0.2/24 interface=ether1');
    expect(readFileSync(path, 'utf8')).toBe(deprecated);
  });

  it('--fix of standard input → the text goes on, what is said stands beside', () => {
    const { out, err } = lint(['--fix', '-'], deprecated);
    expect(out).toBe(without);
    expect(err).toContain('fixed  rsc/deprecated-property');
  });

  it('--fix=all --json → what was fixed and what was left out, as data', () => {
    const { out } = lint(['--fix=all', '--json', file('json.rsc', deprecated)]);
    const { files } = JSON.parse(out) as { files: Record<string, unknown>[] };
    expect(files[0]).toMatchObject({
      isWritten: true,
      fixed: [{ id: 'rsc/deprecated-property', line: 2, isSafe: true }],
      leftOut: [],
      diagnostics: [],
    });
  });

  it('--fix of a text without RouterOS in it → linted as it is', () => {
    const path = file('prose.rsc', 'nothing here\n');
    const { code, out } = lint(['--fix', path]);
    expect(out).toContain('Nothing that can be fixed.');
    expect(code).toBe(lint([path]).code);
  });

  it('--fix of a file that may not be written → exit code 2, and nothing is lost', () => {
    const path = join(folder, 'none', 'no.rsc');
    expect(lint(['--fix', path]).code).toBe(2);
  });

  it('--baseline → new findings alone are shown and count', () => {
    const path = file('old.rsc', half);
    const baseline = join(folder, 'baseline.json');
    expect(lint(['--baseline', baseline, path]).err).toContain('--update-baseline writes it');
    expect(lint(['--baseline', baseline, '--update-baseline', path]).code).toBe(0);
    const again = lint(['--baseline', baseline, path]);
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/\n\d findings? known by the baseline, 0 resolved\./);
    file('old.rsc', `# moved\n${half}${half.replace('2/0', '3/0').replace('bridge', 'ether5')}`);
    const { files } = JSON.parse(lint(['--baseline', baseline, '--json', path]).out) as {
      files: { baseline: { new: number; resolved: unknown[] }; diagnostics: { what: string }[] }[];
    };
    expect(files[0]?.diagnostics[0]?.what).toBe('No rule takes remainder 1, 2 of src-address:3.');
    expect(files[0]?.baseline.resolved).toEqual([]);
    file('old.rsc', fine);
    expect(lint(['--baseline', baseline, path]).out).toMatch(/, [1-9] resolved/);
  });

  it('jalur.config.yaml above the file → levels, ports and assertions are of it', () => {
    mkdirSync(join(folder, 'set', 'site'), { recursive: true });
    const path = file(join('set', 'site', 'half.rsc'), half);
    file(join('set', 'jalur.config.yaml'), 'rules:\n  pcc: off\nfailOn: info\n');
    expect(lint([path]).out).not.toContain('pcc/');
    expect(lint(['--no-config', path]).out).toContain('pcc/remainder-missing');
    file(join('set', 'jalur.config.yaml'), 'rules:\n  pcx: off\n');
    const { code, err } = lint([path]);
    expect(code).toBe(2);
    expect(err).toContain(
      "jalur.config.yaml:2:3 error settings/wrong  There is no rule or group pcx. Did you mean 'pcc'?",
    );
  });

  it('an assertion that does not hold → a finding with a packet', () => {
    const settings = file(
      'own.yaml',
      'wan: { ISP1: ether1, ISP2: ether2 }\nassertions:\n  - 192.168.0.0/24 leaves by ISP2\n  - nobody but the LAN reaches Winbox\n',
    );
    const { out } = lint(['--config', settings, 'examples/paper/paper.rsc']);
    expect(out).toContain('"192.168.0.0/24 leaves by ISP2" does not hold: a packet leaves by ether1.');
    expect(out).toContain(
      '"nobody but the LAN reaches Winbox" does not hold: what comes in by ether1 gets there.',
    );
    expect(out).toMatch(/own\/assertion[\s\S]*?e\.g\. tcp 192\.168\.0\.\d+/);
  });
});
