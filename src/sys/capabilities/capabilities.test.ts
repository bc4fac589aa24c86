import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capabilityMask, privilegesIn, requireCapabilities } from './capabilities.ts';
import { isReadableAsRoot } from './readable.ts';

const status = `Name:\tnode
CapInh:\t0000000000000000
CapPrm:\t00000000000034e0
CapEff:\t0000000000002000
CapBnd:\t000001ffffffffff
CapAmb:\t0000000000000000
NoNewPrivs:\t1
`;

describe('capabilities', () => {
  it('of a status of /proc → its sets', () => {
    expect(privilegesIn(status)).toEqual({
      ...{ permitted: 0x34e0n, effective: 0x2000n, bounding: 0x1ffffffffffn },
      noNewPrivileges: true,
    });
  });

  it('by their names → their bits', () => {
    expect(capabilityMask(['NET_ADMIN', 'NET_RAW', 'NET_BIND_SERVICE', 'SETUID', 'SETGID', 'KILL'])).toBe(
      0x34e0n,
    );
  });

  it('one is missing → an error that names it, and how a container gets it', () => {
    const privileges = privilegesIn(status);
    expect(() => requireCapabilities(['NET_RAW'], privileges)).not.toThrow();
    expect(() => requireCapabilities(['NET_ADMIN', 'NET_RAW'], privileges)).toThrow(
      'CAP_NET_ADMIN is missing',
    );
  });
});

it.runIf(process.geteuid?.() === 0)(
  'a file that only its owner reads → not readable without overriding that',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'readable-'));
    const file = join(folder, 'office.rsc');
    writeFileSync(file, '');
    chmodSync(folder, 0o700);
    chmodSync(file, 0o600);
    expect([isReadableAsRoot(file), isReadableAsRoot(folder)]).toEqual([true, true]);
    chownSync(file, 1000, 1000);
    expect([isReadableAsRoot(file), isReadableAsRoot(folder)]).toEqual([false, false]);
    chmodSync(file, 0o644);
    expect(isReadableAsRoot(file)).toBe(true);
    const home = join(folder, 'home');
    mkdirSync(home);
    writeFileSync(join(home, 'a.rsc'), '');
    chownSync(home, 1000, 1000);
    chmodSync(home, 0o750);
    expect(isReadableAsRoot(join(home, 'a.rsc'))).toBe(false);
    expect(isReadableAsRoot(join(folder, 'nowhere'))).toBe(true);
    rmSync(folder, { recursive: true });
  },
);
