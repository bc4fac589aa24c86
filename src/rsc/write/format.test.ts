import { describe, expect, it } from 'vitest';
import { formatRouterOs } from '../index.ts';

const tidy = (text: string) => formatRouterOs(text, 'x.rsc').text;

describe('formatRouterOs', () => {
  it('puts one statement on a line and one blank between words', () => {
    expect(
      tidy('/ip   route ;add  gateway=10.0.0.1\t distance=2;  # main\n\n\n\nadd gateway=10.0.0.2   '),
    ).toBe('/ip route\nadd gateway=10.0.0.1 distance=2 # main\n\nadd gateway=10.0.0.2\n');
  });

  it('wraps long lines like an export where any line is wrapped, and joins short ones', () => {
    const long = `/ip firewall mangle add action=accept chain=prerouting comment="${'x'.repeat(30)}" in-interface=ether1\n`;
    const wrapped = '/ip dns set \\\n    servers=1.1.1.1\n';
    expect(tidy(long + wrapped)).toBe(
      `/ip firewall mangle add action=accept chain=prerouting \\\n    comment="${'x'.repeat(30)}" in-interface=ether1\n/ip dns set servers=1.1.1.1\n`,
    );
    expect(tidy(long)).toBe(long);
    expect(tidy('add gateway=\\\n    10.0.0.1 \\\n    distance=2')).toBe('add gateway=10.0.0.1 distance=2\n');
  });

  it('indents blocks, keeps code and quotes as they are', () => {
    expect(tidy('{\n/ip dns set servers="1.1.1.1"\n}')).toBe('{\n    /ip dns set servers="1.1.1.1"\n}\n');
    const code = ':foreach i in={1;2} do={\n  # why\n  :put $i\n}\n';
    expect(tidy(code)).toBe(code);
  });

  it('an export → stays as it is, wrapped between words, behind `=` and in strings', () => {
    const text = `# jan/02/2021 10:00:00 by RouterOS 6.48.6
# software id = 
/ip address
add address=192.168.88.1/24 comment=defcon interface=ether1 network=192.168.88.0
add address=192.168.88.1/24 comment=defconf interface=bridge-local network=\\
    192.168.88.0
/system script
add name=one source=":local newgw [/ip address get [find interface=\\"wan\\"] \\
    \\_network];\\r\\
    \\n:put \\$newgw"
`;
    expect(tidy(text)).toBe(text);
    const windows = text.replaceAll('\n', '\r\n');
    expect(tidy(windows)).toBe(windows);
  });

  it('a short statement in several lines, or another indent → one line, or four blanks', () => {
    const header = '# 2025-06-01 10:00:00 by RouterOS 7.20.2\n';
    expect(tidy(`${header}/ip dns set \\\n    servers=1.1.1.1\n`)).toBe(
      `${header}/ip dns set servers=1.1.1.1\n`,
    );
    const long = (indent: string) =>
      `/ip firewall nat add action=masquerade chain=srcnat out-interface-list=\\\n${indent}SOMETHING-LONG\n`;
    expect(tidy(long('    '))).toBe(long('    '));
    expect(tidy(long('  '))).toBe(
      '/ip firewall nat add action=masquerade chain=srcnat \\\n    out-interface-list=SOMETHING-LONG\n',
    );
  });

  it('Markdown or HTML with RouterOS text in it → left alone', () => {
    const page = '# Notes\n\n   Some   text.\n\n```\n/ip  route   print\n```\n';
    expect(formatRouterOs(page, 'x.md')).toEqual({ text: page, errors: [], isPage: true });
    const html = '<pre>\n/ip  route   print\n</pre>\n';
    expect(formatRouterOs(html, 'x.html')).toEqual({ text: html, errors: [], isPage: true });
  });

  it('a command behind a prompt → stays behind it', () => {
    const text = '[admin@office] > /ip route print\n[admin@office] > \n';
    expect(tidy(text)).toBe(text.replace('> \n', '>\n'));
  });

  it('keeps CRLF', () => {
    expect(tidy('/ip dns\r\nset  servers=1.1.1.1\r\n')).toBe('/ip dns\r\nset servers=1.1.1.1\r\n');
  });

  it('leaves a text with broken syntax alone and says why', () => {
    const { text, errors } = formatRouterOs('add  comment="x\n', 'x.rsc');
    expect(text).toBe('add  comment="x\n');
    expect(errors.map(({ id }) => id)).toEqual(['rsc/unclosed-quote']);
  });
});
