import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from './environment-error.ts';

/** Debian package that brings each tool we start. */
const packageOf: Readonly<Record<string, string>> = {
  bridge: 'iproute2',
  busybox: 'busybox',
  chromium: 'chromium',
  conntrack: 'conntrack',
  dnsmasq: 'dnsmasq-base',
  ethtool: 'ethtool',
  ip: 'iproute2',
  iperf3: 'iperf3',
  nft: 'nftables',
  ping: 'iputils-ping',
  pppd: 'ppp',
  setpriv: 'util-linux',
  ssh: 'openssh-client',
  tc: 'iproute2',
  tcpdump: 'tcpdump',
  udhcpc: 'udhcpc',
  unshare: 'util-linux',
  useradd: 'passwd',
  userdel: 'passwd',
};

/** The error for a tool that is not installed, naming the package that brings it. */
export function missingTool(tool: string, cause?: unknown): EnvironmentError {
  const name = packageOf[tool];
  const next = name ? `Install it: apt-get install ${name}` : `Install ${tool}, or put it on PATH.`;
  return new EnvironmentError(
    'MISSING_TOOL',
    { en: `${tool} is not installed.`, id: `${tool} belum terpasang.` },
    next,
    { cause },
  );
}

const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Our environment for children: fixed locale (we read their text) and the sbin folders, which a user's PATH lacks. */
export function toolEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH = '' } = process.env;
  return {
    ...process.env,
    PATH: `${PATH}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin`,
    LC_ALL: 'C',
    ...extra,
  };
}

/** An environment that holds nothing of ours. */
export const bareEnvironment = (extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...{ PATH: usualPath, LC_ALL: 'C.UTF-8' },
  ...extra,
});

const folders = (): readonly string[] =>
  (toolEnvironment()['PATH'] ?? '').split(':').filter(folder => folder !== '');

const isInstalled = (tool: string): boolean => folders().some(folder => existsSync(join(folder, tool)));

/** Throws one `MISSING_TOOL` for all of these that are not installed, with the command that brings them. */
export function requireTools(tools: readonly string[]): void {
  const missing = [...new Set(tools)].filter(tool => !isInstalled(tool));
  const [first, ...others] = missing;
  if (first === undefined) return;
  if (others.length === 0) throw missingTool(first);
  const packages = [...new Set(missing.map(tool => packageOf[tool] ?? tool))];
  throw new EnvironmentError(
    'MISSING_TOOL',
    { en: `${missing.join(', ')} are not installed.`, id: `${missing.join(', ')} belum terpasang.` },
    {
      en: `Install them: apt-get install ${packages.join(' ')}`,
      id: `Pasang: apt-get install ${packages.join(' ')}`,
    },
  );
}
