import { describe, expect, it } from 'vitest';
import { formatRouterOs } from './index.ts';

const tidy = (text: string) => formatRouterOs(text, 'x.rsc').text;

describe('formatRouterOs', () => {
  it('puts one statement on a line and one blank between words', () => {
    expect(
      tidy('/ip   route ;add  gateway=10.0.0.1\t distance=2;  # main\n\n\n\nadd gateway=10.0.0.2   '),
    ).toBe('/ip route\nadd gateway=10.0.0.1 distance=2 # main\n\nadd gateway=10.0.0.2\n');
  });

  it('wraps long lines like an export and joins short ones', () => {
    const long = `/ip firewall mangle add action=accept chain=prerouting comment="${'x'.repeat(30)}" in-interface=ether1`;
    expect(tidy(long)).toBe(
      `/ip firewall mangle add action=accept chain=prerouting \\\n    comment="${'x'.repeat(30)}" in-interface=ether1\n`,
    );
    expect(tidy('add gateway=\\\n    10.0.0.1 \\\n    distance=2')).toBe('add gateway=10.0.0.1 distance=2\n');
  });

  it('indents blocks, keeps code and quotes as they are', () => {
    expect(tidy('{\n/ip dns set servers="1.1.1.1"\n}')).toBe('{\n    /ip dns set servers="1.1.1.1"\n}\n');
    const code = ':foreach i in={1;2} do={\n  # why\n  :put $i\n}\n';
    expect(tidy(code)).toBe(code);
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
