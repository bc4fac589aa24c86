import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostFiles } from '../../compile/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { run } from '../../sys/index.ts';
import { writeHostFiles } from './write-host-files.ts';

const networkd = '/lib/systemd/systemd-networkd';
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const text = `# by RouterOS 7.16
/interface bridge add name=lan mtu=1500
/interface bridge port add bridge=lan interface=ether3
/interface vlan add name=vlan10 interface=ether1 vlan-id=10
/interface wireguard add name=wg0 listen-port=51821 private-key="${key(1)}"
/interface wireguard peers add interface=wg0 public-key="${key(2)}" preshared-key="${key(3)}" allowed-address=10.9.0.0/24,fd00:9::/64 endpoint-address=192.0.2.1 endpoint-port=51820 persistent-keepalive=25s
/interface pppoe-client add name=line interface=vlan10 user=u disabled=no
`;
const dir = mkdtempSync(join(tmpdir(), 'networkd-'));

beforeAll(() => {
  const { router, secrets } = readRouterOs(text, { file: 'host.rsc' });
  writeHostFiles(dir, hostFiles(router, secrets).files);
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What networkd says of the files, in a network and below mounts of its own. */
function readByNetworkd(): string {
  const script = `chmod -R a+rX ${dir}
mount --bind ${dir}/systemd /etc/systemd
mount -t tmpfs none /run
SYSTEMD_LOG_LEVEL=debug SYSTEMD_LOG_TARGET=console timeout 2 ${networkd} 2>&1 || true`;
  return run(['unshare', '--net', '--mount', 'sh', '-ec', script]).stdout;
}

describe.skipIf(!existsSync(networkd))('systemd-networkd (skipped where it is not installed)', () => {
  it('knows every section and key of the files, and takes the keys of the tunnel', () => {
    const said = readByNetworkd();
    for (const loaded of ['lan: loaded "bridge"', 'vlan10: loaded "vlan"', 'wg0: loaded "wireguard"']) {
      expect(said).toContain(loaded);
    }
    expect(said).not.toMatch(/jalur.*(?:unknown|ignoring|invalid|failed)/i);
    expect(said).not.toMatch(/Failed to read (?:private|preshared) key/);
  });
});

describe.skipIf(!existsSync('/usr/bin/systemd-analyze'))(
  'systemd-analyze verify (skipped where it is not installed)',
  () => {
    it('finds nothing in the unit of a PPPoE line, but that pppd may not be installed', () => {
      const unit = join(dir, 'systemd/system/jalur-pppoe-line.service');
      const script = `systemd-analyze verify --man=no ${unit} 2>&1 || true`;
      const said = run(['sh', '-ec', script]).stdout;
      expect(said.replace(/^.*\/usr\/sbin\/pppd is not executable.*$/m, '').trim()).toBe('');
    });
  },
);
