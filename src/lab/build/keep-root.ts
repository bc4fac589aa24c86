import type { ServiceSpec } from '../../dhcp/index.ts';

const keepUser = ['--user=', '--group='] as const;

/**
 * dnsmasq that dies with us: becoming another user would make the kernel forget the signal that it gets at our death
 * (prctl(2), PR_SET_PDEATHSIG). It hears nobody but the lab.
 */
export function keepRoot(spec: ServiceSpec): ServiceSpec {
  return { ...spec, argv: [...spec.argv, ...keepUser.filter(flag => !spec.argv.includes(flag))] };
}
