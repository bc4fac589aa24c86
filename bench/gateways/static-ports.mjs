import { run, sleep } from '../../dist/sys/index.js';

/** Addresses for peers that bring no DHCP client of their own: those that the leases would give. */
export function addressPorts(site) {
  const lines = [
    'link set dev ether1 up',
    'link set dev ether2 up',
    'link set dev ether4 up',
    'addr add 192.168.0.1/24 dev ether4',
    'addr add 10.10.10.254/24 dev ether1',
    'addr add 20.20.20.254/24 dev ether2',
  ];
  run(['ip', '-batch', '-'], { ns: site.router, input: lines.join('\n') });
  run(['sysctl', '-qw', 'net.ipv4.ip_forward=1'], { ns: site.router });
}

/** Ends a child and everything it has started in the router's namespace, by their ids. */
export async function endWith(child, site) {
  const pids = run(['ip', 'netns', 'pids', site.router.name], { allowFailure: true }).stdout.split('\n');
  for (const pid of pids.filter(Boolean).map(Number)) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It has ended meanwhile.
    }
  }
  for (let tries = 0; tries < 40 && child.exitCode === null && child.signalCode === null; tries++)
    await sleep(50);
  if (child.exitCode === null) child.kill('SIGKILL');
}
