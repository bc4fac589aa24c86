import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Editor, placeOf } from './client.ts';
import { office } from './office.ts';

const editor = new Editor();

beforeAll(async () => {
  await editor.start();
});

afterAll(async () => {
  expect(editor.logged).toEqual([]);
  expect(await editor.end()).toBe(0);
});

let count = 0;

/** Opens a text of its own and gives what is found in it. */
async function opened(text: string) {
  const uri = `untitled:text-${count++}`;
  await editor.open(uri, text);
  const { diagnostics } = await editor.diagnostics(uri);
  return { uri, text, diagnostics };
}

/** Everything that an editor may ask, at a place. */
async function ask(uri: string, text: string, line: number, character: number): Promise<void> {
  const position = { line, character };
  await editor.hover(uri, position);
  await editor.completion(uri, position);
  await editor.definition(uri, position);
  await editor.references(uri, position);
  await editor.prepareRename(uri, position).catch(() => null);
  await editor.rename(uri, position, 'x y').catch(() => text);
  await editor.codeActions(uri, { start: position, end: position });
  await editor.inlayHints(uri);
}

const missing = office.replace(/.*3\/2.*\n/, '');

describe('texts of every kind', () => {
  it('CRLF → the same findings at the same places, and edits with CRLF', async () => {
    const plain = await opened(missing);
    const windows = await opened(missing.replaceAll('\n', '\r\n'));
    expect(windows.diagnostics).toEqual(
      plain.diagnostics.map(one => JSON.parse(JSON.stringify(one).replaceAll(plain.uri, windows.uri))),
    );
    const one = windows.diagnostics.find(({ code }) => code === 'pcc/remainder-missing');
    if (!one) throw new Error('the finding is not there');
    const [first] = await editor.codeActions(windows.uri, one.range);
    const mended = editor.applied(windows.uri, first?.edit);
    expect(mended).not.toMatch(/[^\r]\n/);
    const again = await opened(mended);
    expect(again.diagnostics.map(({ code }) => code)).not.toContain('pcc/remainder-missing');
  });

  it('line ends of old Macs → lines as the editor counts them', async () => {
    const mac = await opened(missing.replaceAll('\n', '\r'));
    const one = mac.diagnostics.find(({ code }) => code === 'pcc/remainder-missing');
    expect(one?.range.start).toEqual(placeOf(missing, 'add action=mark-connection', 4));
  });

  it('letters beyond ASCII and beyond 16 bits → places in UTF-16 units', async () => {
    const text = `/ip firewall address-list\nadd comment="\u{1F310} cafe\u0301 na\u00efve" address=10.0.0.0/8 list=kantor-\u00e9\n/ip firewall filter\nadd chain=forward comment="\u{1F310}" src-address-list=kantor-\u00e9 action=drop\n`;
    const { uri } = await opened(text);
    const place = placeOf(text, 'kantor-\u00e9', 2, 3);
    expect(await editor.definition(uri, place)).toEqual(['2: kantor-\u00e9']);
    const renamed = await editor.rename(uri, place, 'office');
    expect(renamed).toBe(text.replaceAll('kantor-\u00e9', 'office'));
  });

  it('RouterOS 6 → a routing mark and its routes are one name', async () => {
    const text = `# jan/01/2020 10:00:00 by RouterOS 6.48.6\n/ip firewall mangle\nadd chain=prerouting action=mark-routing new-routing-mark=to_A in-interface=ether3\n/ip route\nadd gateway=10.0.0.1 routing-mark=to_A\nadd gateway=10.0.0.1\n`;
    const { uri } = await opened(text);
    expect(await editor.references(uri, placeOf(text, 'to_A', 2, 1))).toEqual(['3: to_A', '5: to_A']);
  });

  it('a snippet without version, NAT or addresses → does not drown in what the rest may have', async () => {
    const { diagnostics } = await opened(
      '/ip firewall mangle\nadd chain=prerouting action=mark-connection new-connection-mark=a\n',
    );
    expect(diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
    expect(diagnostics.length).toBeLessThanOrEqual(3);
  });

  it('an empty text, one quote, brackets, noise, a page → answers everywhere, and never falls', async () => {
    const noise = Array.from({ length: 400 }, (_, i) =>
      String.fromCharCode(32 + ((i * 2654435761) >>> 25), i % 37 === 0 ? 10 : 65),
    ).join('');
    const broken = [
      '',
      '"',
      '/',
      '/ip fire',
      '/ip firewall mangle add [find [find [',
      '{ { ( [ " \\',
      '/ip route add gateway=\\\n\\\n',
      'add chain=prerouting action=mark-routing new-routing-mark=',
      noise,
      '\u0000\ufeff\u202e/ip route\r\radd',
      `# Load balancing\n\nSome prose.\n\n\`\`\`\n${office}\`\`\`\n`,
    ];
    for (const text of broken) {
      const { uri } = await opened(text);
      const lines = text.split(/\r\n|\n|\r/);
      for (const line of [0, lines.length - 1]) {
        await ask(uri, text, line, 0);
        await ask(uri, text, line, lines[line]?.length ?? 0);
      }
      await ask(uri, text, lines.length + 5, 1000);
    }
  });

  it('each end of a text while it is typed → an answer at the cursor', async () => {
    for (let length = 0; length < office.length; length += 97) {
      const text = office.slice(0, length);
      const uri = `untitled:typed-${length}`;
      await editor.open(uri, text);
      const before = text.split('\n');
      await ask(uri, text, before.length - 1, before.at(-1)?.length ?? 0);
      await editor.close(uri);
    }
  });

  it('several files → each has its own findings and names', async () => {
    const one = await opened(missing);
    const other = await opened(
      '/interface bridge\nadd name=lan\n/ip address\nadd address=10.0.0.1/24 interface=lan\n',
    );
    expect(other.diagnostics.map(({ code }) => code)).not.toContain('pcc/remainder-missing');
    expect(await editor.references(other.uri, placeOf(other.text, 'lan', 2))).toEqual(['2: lan', '4: lan']);
    expect(await editor.references(one.uri, placeOf(one.text, '=c1', 1, 1))).not.toContain('2: lan');
    await editor.close(other.uri);
    expect(await editor.hover(one.uri, placeOf(one.text, '=c1', 1, 1))).toContain('**c1**');
  });

  it('many keystrokes in a row → the last state is checked, older ones are given up', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `add address=10.${i >> 8}.${i & 255}.0/24 list=many`,
    );
    const { uri, text } = await opened(`${office}/ip firewall address-list\n${lines.join('\n')}\n`);
    const before = editor.published(uri).length;
    const end = placeOf(`${text}\0`, '\0');
    const keys = 'add address=10.99.0.0/24 list=';
    for (const [i, key] of [...keys].entries()) {
      const at = { line: end.line, character: end.character + i };
      await editor.change(uri, { start: at, end: at }, key);
    }
    const last = await editor.diagnostics(uri);
    expect(last.diagnostics.some(({ range }) => range.start.line === end.line)).toBe(true);
    expect(editor.published(uri).length - before).toBeLessThan(keys.length / 2);
  });

  it('a text that is not open → no answer, no defect', async () => {
    const nobody = 'untitled:nobody';
    expect(await editor.hover(nobody, { line: 0, character: 0 })).toBe('');
    expect(
      await editor.codeActions(nobody, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }),
    ).toEqual([]);
  });
});

describe('jalur.config beside a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalur-lsp-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('levels of rules → as jalur lint has them, and anew when it is changed', async () => {
    const settings = join(folder, 'jalur.config');
    const file = pathToFileURL(join(folder, 'office.rsc')).href;
    writeFileSync(settings, 'rules:\n  pcc/remainder-missing: info\n');
    await editor.open(file, missing);
    const severity = async () => {
      const { diagnostics } = await editor.diagnostics(file);
      return diagnostics.find(({ code }) => code === 'pcc/remainder-missing')?.severity;
    };
    expect(await severity()).toBe(3);
    writeFileSync(settings, 'rules:\n  pcc/remainder-missing: off\n');
    await editor.settingsChanged(settings);
    await vi.waitFor(async () => expect(await severity()).toBeUndefined(), { timeout: 10_000 });
  });
});

describe('--lang id', () => {
  it('hover and findings → in Indonesian', async () => {
    const indonesian = new Editor(['--lang', 'id']);
    await indonesian.start();
    await indonesian.open('untitled:id', missing);
    const said = await indonesian.hover('untitled:id', placeOf(missing, 'chain=prerouting', 3, 1));
    expect(said).toContain('Aturan di chain **prerouting** (mangle).');
    expect(said).toContain('bersisa 0 dari 3');
    const { diagnostics } = await indonesian.diagnostics('untitled:id');
    expect(diagnostics.find(({ code }) => code === 'pcc/remainder-missing')?.message).toMatch(/\bsisa\b/i);
    expect(await indonesian.end()).toBe(0);
  });
});
