import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gatewayCapabilities } from '../sys/index.ts';
import { unitPlace } from './place.ts';
import { diallingText, unitText } from './unit.ts';

const folder = mkdtempSync(join(tmpdir(), 'unit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isThere = spawnSync('systemd-analyze', ['--version']).status === 0;

/** systemd's own opinion of a unit. */
function analyze(text: string, ...words: readonly string[]) {
  const file = join(folder, 'jalur.service');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync('systemd-analyze', [...words, file], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

const usual = unitText({ program: '/bin/true' });

describe.skipIf(!isThere)('the unit, as systemd reads it (not without systemd-analyze)', () => {
  it.each([
    ['of a package', usual],
    ['of a program in a home', unitText({ program: '/bin/true', nodeFolder: '/root/n/bin', isInHome: true })],
  ])('%s: nothing in it is wrong', (_, text) => {
    const { status, said } = analyze(text, 'verify', '--man=no');
    expect([status, said]).toEqual([0, '']);
  });

  it('with what pppd needs besides: nothing in it is wrong, its exposure is 3.3', () => {
    const whole = usual.replace('[Install]', `${diallingText}\n[Install]`);
    expect(analyze(whole, 'verify', '--man=no')).toEqual({ status: 0, said: '' });
    expect(analyze(whole, 'security', '--offline=true').said).toMatch(/exposure level .* 3\.3 /);
  });

  it('its exposure is 3.0 at most', () => {
    const { status, said } = analyze(usual, 'security', '--offline=true', '--threshold=30');
    expect(status, said).toBe(0);
    expect(analyze(usual, 'security', '--offline=true', '--threshold=10').status).not.toBe(0);
  });
});

describe('the unit', () => {
  const lines = usual.split('\n');

  it('it is given the capabilities of a gateway and no other', () => {
    const names = gatewayCapabilities.map(name => `CAP_${name}`).join(' ');
    expect(lines.filter(line => line.startsWith('CapabilityBoundingSet='))).toEqual([
      `CapabilityBoundingSet=${names}`,
    ]);
  });

  it('it may write where a configuration is saved, also where that is not there yet', () => {
    expect(lines).toEqual(expect.arrayContaining(['ProtectSystem=strict', 'ReadWritePaths=-/etc/jalur']));
  });

  it('it leaves everything in place at its end, and what it leaves is not killed', () => {
    expect(lines).toContain('ExecStart=/bin/true run --leave $JALUR_OPTIONS -- /etc/jalur');
    expect(lines).toEqual(expect.arrayContaining(['KillMode=process', 'RuntimeDirectoryPreserve=yes']));
  });
});

describe('where the program lies', () => {
  it.each([
    ['/usr/bin/node', {}],
    ['/opt/node/bin/node', { nodeFolder: '/opt/node/bin' }],
    ['/root/.nvm/bin/node', { nodeFolder: '/root/.nvm/bin', isInHome: true }],
  ])('node is %s', (node, place) =>
    expect(unitPlace('/usr/lib/jalur/bin/jalur', node)).toEqual({
      program: '/usr/lib/jalur/bin/jalur',
      isInHome: false,
      ...place,
    }),
  );
});
