import type { ServiceSpec } from '../../dhcp/index.ts';

const keepUser = ['--user=', '--group='] as const;

/**
 * dnsmasq that ends with its parent: a change of user would clear the signal that the kernel sends it when the parent
 * dies (prctl(2), PR_SET_PDEATHSIG). It serves only the lab.
 */
export function keepRoot(spec: ServiceSpec): ServiceSpec {
  return { ...spec, argv: [...spec.argv, ...keepUser.filter(flag => !spec.argv.includes(flag))] };
}
