import { describe, expect, it } from 'vitest';
import { compileLinux } from '../../src/compile/index.ts';
import { printPlan } from '../../src/linux/index.ts';
import { computeRib } from '../../src/rib/index.ts';
import { preparedCase, proofOf, readCase, storyOf } from './read.ts';

function planned(file: string, more = '') {
  const { router, world } = readCase(file, more);
  const { program, diagnostics } = compileLinux(router, computeRib(router, world), world, { seed: 0 });
  return { program, diagnostics, text: printPlan(program) };
}

describe('IPv6 rules, which the program does not enforce', () => {
  it('drop rules → said, and IPv6 is not forwarded', () => {
    const { diagnostics, text } = planned('ipv6-drop-rules.rsc');
    const [said] = diagnostics.filter(({ id }) => id === 'compile/ipv6');
    expect(said?.severity).toBe('warning');
    expect(said?.span.start.line).toBe(30);
    expect(text).toContain('net.ipv6.conf.all.forwarding = 0');
  });

  it('no IPv6 in the text → nothing about it', () => {
    const { diagnostics, text } = planned('drop-all.rsc');
    expect(diagnostics.filter(({ id }) => id === 'compile/ipv6')).toEqual([]);
    expect(text).not.toContain('ipv6');
  });
});

describe('names that Linux cannot have', () => {
  const file = 'long-interface-names.rsc';

  it('RouterOS takes them: walked and proved as any other', () => {
    const packet = { in: 'ether2-LAN-Ruang-Tamu', src: '192.168.0.9', dst: '8.8.8.8', dstPort: 443 } as const;
    expect(storyOf(preparedCase(file), packet).answer).toBe(
      'It leaves by ether1 - WAN IndiHome as 10.10.10.254.',
    );
    expect(proofOf(file).verdict).toBe('holds');
  });

  it('a plan of Linux → each name with its line, no defect of ours', () => {
    const found = planned(file).diagnostics.filter(({ id }) => id === 'compile/interface-name');
    expect(found.map(({ span }) => span.start.line)).toEqual([3, 4]);
  });
});

describe('marks of v7, which RouterOS follows before its own addresses', () => {
  const said = (file: string) =>
    planned(file)
      .diagnostics.filter(({ id }) => id === 'compile/local-first')
      .map(({ span }) => span.start.line);

  it('a rule that marks everything of a LAN → that Linux does otherwise is said at it', () => {
    expect(said('marks-before-local-v7.rsc')).toHaveLength(1);
  });

  it('only what goes elsewhere is marked, or v6 → nothing is said', () => {
    expect(said('fasttrack-without-fastpath.rsc')).toEqual([]);
    expect(said('pcc-remarks-replies-v6.rsc')).toEqual([]);
  });
});
