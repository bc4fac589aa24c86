import { describe, expect, it } from 'vitest';
import { compileLinux } from '../../src/compile/index.ts';
import { readConfig } from '../../src/config/index.ts';
import { printPlan } from '../../src/linux/index.ts';
import { assumeWorld, computeRib } from '../../src/rib/index.ts';
import { casePath, preparedCase, proofOf, readCase, storyOf } from './read.ts';

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

  it('a firewall for IPv4 alone → nothing new comes in by a WAN, and that is said', () => {
    const { diagnostics, text } = planned('drop-all.rsc');
    const said = diagnostics.filter(({ id }) => id === 'compile/ipv6');
    expect(said.map(({ severity }) => severity)).toEqual(['info']);
    expect(text).toMatch(/iifname \{ "ether1"(?:, "ether2")? \} counter drop comment "no rules for IPv6"/);
    expect(text).not.toContain('net.ipv6');
  });

  it('no firewall at all → IPv6 stays as the host has it', () => {
    const { diagnostics, text } = planned('lte-apn-distance.rsc');
    expect(diagnostics.filter(({ id }) => id === 'compile/ipv6')).toEqual([]);
    expect(text).not.toContain('ipv6 ');
  });

  it('IPv6 turned off → nothing of it passes', () => {
    const { text } = planned('lte-apn-distance.rsc', '/ipv6 settings set disable-ipv6=yes\n');
    expect(text).toMatch(/chain ipv6_forward \{[^}]*\n {4}counter drop comment "no rules for IPv6"/);
    expect(text).toContain('net.ipv6.conf.all.forwarding = 0');
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

  it('a plan of Linux → the devices by their default names, nothing refused', () => {
    const { router, devices, diagnostics } = readConfig(casePath(file), { onLinux: true });
    expect(devices.map(one => [one.interface, one.device])).toEqual([
      ['ether1 - WAN IndiHome', 'ether1'],
      ['ether2-LAN-Ruang-Tamu', 'ether2'],
    ]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { world } = assumeWorld(router);
    const { program, diagnostics: found } = compileLinux(router, computeRib(router, world), world, {
      seed: 0,
    });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = printPlan(program);
    expect(text).toContain('oifname "ether1" counter masquerade');
    expect(text).toContain('192.168.0.1/24 dev ether2');
    expect(text).toContain('dhcp-client ether1');
  });

  it('a port that nothing tells about → refused with the option that mends it', () => {
    const more = '/ip address add address=10.9.9.1/24 interface="a port that nobody knows"\n';
    const found = planned(file, more).diagnostics.filter(({ id }) => id === 'compile/interface-name');
    expect(found.map(one => [one.severity, one.do])).toContainEqual([
      'error',
      'Say which device it is: --port "a port that nobody knows=eth0".',
    ]);
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
