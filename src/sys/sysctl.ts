import { readFileSync, writeFileSync } from 'node:fs';
import { EnvironmentError } from './environment-error.ts';
import { inNamespace, type Namespace } from './namespace/namespace.ts';

// A dot separates, so interface names with a dot are written with a slash, as sysctl(8) has it: net/ipv4/conf/eth0.5.
const pathOf = (key: string): string => {
  const parts = key.includes('/') ? key.split('/') : key.split('.');
  return `/proc/sys/${parts.join('/')}`;
};

/** Value of a kernel setting, white space collapsed; undefined where this kernel has no such setting. */
export function readSysctl(key: string, ns?: Namespace): string | undefined {
  try {
    return inNamespace(ns, () => readFileSync(pathOf(key), 'utf8'))
      .trim()
      .replace(/\s+/g, ' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw refusal(key, error);
  }
}

/** Sets a kernel setting: key in sysctl(8) form, `net.ipv4.ip_forward`. Throws EnvironmentError where refused. */
export function writeSysctl(key: string, value: string, ns?: Namespace): void {
  try {
    // 'r+': never create, never truncate; proc has neither.
    inNamespace(ns, () => writeFileSync(pathOf(key), value, { flag: 'r+' }));
  } catch (error) {
    throw refusal(`${key}=${value}`, error);
  }
}

/** Lets this process open ICMP datagram sockets in `ns`; every new namespace forbids them (icmp(7), ping_group_range). */
export function allowPing(ns?: Namespace): void {
  const group = process.getegid?.() ?? 0;
  const [low = 1, high = 0] = (readSysctl('net.ipv4.ping_group_range', ns) ?? '').split(' ').map(Number);
  if (low > group || high < group) writeSysctl('net.ipv4.ping_group_range', `${group} ${group}`, ns);
}

function refusal(what: string, cause: unknown): EnvironmentError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
  if (code === 'ENOENT') {
    return new EnvironmentError(
      'MISSING_FEATURE',
      { en: `sysctl ${what}: no such setting.`, id: `sysctl ${what}: setelan itu tidak ada.` },
      { en: 'Does the interface exist?', id: 'Apakah interface-nya ada?' },
    );
  }
  const kind = code === 'EACCES' || code === 'EPERM' ? 'MISSING_ROOT' : 'KERNEL_REFUSED';
  return new EnvironmentError(
    kind,
    `sysctl ${what}: ${code}`,
    { en: 'Run as root; check the value.', id: 'Jalankan sebagai root; periksa nilainya.' },
    { cause },
  );
}
