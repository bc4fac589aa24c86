// What dpkg is told about the package.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** As Debian's own tools are told it (debchange(1)). */
export const maintainer = () =>
  `${process.env.DEBFULLNAME ?? 'jalur maintainers'} <${process.env.DEBEMAIL ?? 'maintainers@jalur.invalid'}>`;

const description = `gateway for two and more lines to the Internet
 jalur reads the configuration of a multi-WAN gateway (RouterOS text),
 checks it, tests it in a lab, and runs it on Linux: load balancing per
 connection, failover, NAT, a firewall, queues, DHCP and DNS, by nftables
 and policy routing.
 .
 It is not started by being installed. "jalur install FILE" gives the service
 its configuration. The package carries the Node.js that it runs on.`;

const depends = [
  'adduser',
  'libc6 (>= 2.28)',
  'libgcc-s1',
  'libstdc++6 (>= 12)',
  'conntrack',
  'dnsmasq-base',
  'iproute2',
  'nftables',
  'udhcpc',
  'util-linux (>= 2.33)',
];

export function writeControl({ tree, arch, version }) {
  const folder = join(tree, 'DEBIAN');
  mkdirSync(folder);
  const files = filesBelow(tree).filter(path => !path.startsWith(folder));
  const size = files.reduce((sum, path) => sum + Math.ceil(statSync(path).size / 1024), 0);
  const fields = {
    Package: 'jalur',
    Version: version,
    Architecture: arch,
    Maintainer: maintainer(),
    'Installed-Size': size,
    'Pre-Depends': 'init-system-helpers (>= 1.54~)',
    Depends: depends.join(', '),
    Recommends: 'ethtool, openssl',
    Suggests: 'ppp, wireguard-tools',
    Section: 'net',
    Priority: 'optional',
    Description: description,
  };
  const control = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(join(folder, 'control'), control.join(''));
  writeFileSync(join(folder, 'conffiles'), '/etc/default/jalur\n');
  writeFileSync(join(folder, 'md5sums'), sums(tree, files));
  for (const name of ['postinst', 'prerm', 'postrm']) {
    writeFileSync(join(folder, name), readFileSync(new URL(`debian/${name}`, import.meta.url)));
    chmodSync(join(folder, name), 0o755);
  }
}

const filesBelow = folder =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });

const sums = (tree, files) =>
  files
    .map(path => [relative(tree, path), createHash('md5').update(readFileSync(path)).digest('hex')])
    .filter(([path]) => path !== 'etc/default/jalur')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sum]) => `${sum}  ${path}\n`)
    .join('');
