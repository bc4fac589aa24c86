import type { Origin, Router } from '../../model/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import { assumptionsOf } from '../assumptions.ts';
import { hotspotServers } from './hotspot-servers.ts';
import { ipsecSelectors } from './ipsec-policies.ts';

/** Services of the text that decide packets on a router and that our Linux program does not run, each once. */
export function servicesLeftAlone(router: Router): Diagnostic[] {
  const [hotspot] = hotspotServers(router);
  const [ipsec] = ipsecSelectors(router);
  const taught = assumptionsOf(router).flatMap(one =>
    one.kind === 'service'
      ? [leftAlone(one.service, one.origin, 'Routes and rules that it would bring are missing.')]
      : [],
  );
  return [
    ...(hotspot
      ? [
          openWithout(
            'linux/hotspot',
            'Hotspot',
            hotspot.statement.origin,
            'Its clients get through without logging in.',
          ),
        ]
      : []),
    ...(ipsec
      ? [
          openWithout(
            'linux/ipsec',
            'IPsec',
            ipsec.origin,
            'What its policies would encrypt leaves as it is.',
          ),
        ]
      : []),
    ...taught,
  ];
}

/** Without it packets pass that the router would hold back, or in the clear. */
const openWithout = (id: string, service: string, origin: Origin, why: string): Diagnostic => ({
  ...leftAlone(service, origin, why),
  id,
  severity: 'error',
});

const leftAlone = (service: string, { span }: Origin, why: string): Diagnostic => ({
  id: 'linux/service-not-run',
  severity: 'warning',
  what: `${service} is not run on Linux.`,
  why,
  do: 'Disable it in the text, or run it by other means.',
  span,
});
