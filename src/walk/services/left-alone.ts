import type { Origin, Router } from '../../model/index.ts';
import type { Said } from '../../text/index.ts';
import { assumptionsOf } from '../assumptions.ts';
import type { Placed } from '../unsupported/placed.ts';
import { hotspotServers } from './hotspot-servers.ts';
import { ipsecSelectors } from './ipsec-policies.ts';

/** Services of the text that decide packets on a router and that our Linux program does not run, each once. */
export function servicesLeftAlone(router: Router): Placed[] {
  const [hotspot] = hotspotServers(router);
  const [ipsec] = ipsecSelectors(router);
  const taught = assumptionsOf(router).flatMap(one =>
    one.kind === 'service'
      ? [
          leftAlone(one.service, one.origin, {
            en: 'Routes and rules that it would bring are missing.',
            id: 'Rute dan aturan yang akan dibawanya tidak ada.',
          }),
        ]
      : [],
  );
  return [
    ...(hotspot
      ? [
          openWithout('linux/hotspot', 'Hotspot', hotspot.statement.origin, {
            en: 'Its clients get through without logging in.',
            id: 'Client-nya lewat tanpa login.',
          }),
        ]
      : []),
    ...(ipsec
      ? [
          openWithout('linux/ipsec', 'IPsec', ipsec.origin, {
            en: 'What its policies would encrypt leaves as it is.',
            id: 'Yang seharusnya dienkripsi policy-nya keluar apa adanya.',
          }),
        ]
      : []),
    ...taught,
  ];
}

/** Without it packets pass that the router would hold back, or in the clear. */
function openWithout(id: string, service: string, origin: Origin, why: Said): Placed {
  const { finding, span } = leftAlone(service, origin, why);
  return { finding: { ...finding, id, severity: 'error' }, span };
}

const leftAlone = (service: string, { span }: Origin, why: Said): Placed => ({
  finding: {
    id: 'linux/service-not-run',
    severity: 'warning',
    what: { en: `${service} is not run on Linux.`, id: `${service} tidak dijalankan di Linux.` },
    why,
    do: {
      en: 'Disable it in the text, or run it by other means.',
      id: 'Nonaktifkan di teks, atau jalankan dengan cara lain.',
    },
  },
  span,
});
