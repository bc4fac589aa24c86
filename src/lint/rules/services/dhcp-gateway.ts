import type { DhcpNetwork } from '../../../model/index.ts';
import { prefixContains } from '../../../net/index.ts';
import { isOwn } from '../../ask/dhcp.ts';
import { set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Clients are told a gateway that is none (docs/routeros.md#dhcp-client). */
export const dhcpGateway: Rule = {
  id: 'services/dhcp-gateway',
  level: 'error',
  title: {
    en: `Clients are given a gateway that is not this router`,
    id: `Klien diberi gateway yang bukan router ini`,
  },
  why: {
    en: `Whatever clients send beyond their own network goes to an address where nobody forwards it.`,
    id: `Semua yang dikirim klien ke luar jaringannya pergi ke alamat yang tidak meneruskannya.`,
  },
  check: subject => subject.router.dhcpNetworks.flatMap(network => finding(subject, network)),
};

function finding({ router }: Subject, network: DhcpNetwork): Found[] {
  const [gateway] = network.gateway;
  if (network.disabled || gateway === undefined || isOwn(router, gateway)) return [];
  const isOutside = !prefixContains(network.address, gateway);
  const own = router.addresses.find(
    item => !item.disabled && prefixContains(network.address, item.address.address),
  );
  if (!isOutside && !own) return [];
  return [
    {
      at: network,
      severity: isOutside ? 'error' : 'warning',
      isLikely: !isOutside,
      what: isOutside
        ? {
            en: `The gateway ${gateway} is not in the network ${network.address}: clients cannot reach it.`,
            id: `Gateway ${gateway} tidak berada di jaringan ${network.address}: klien tidak bisa mencapainya.`,
          }
        : {
            en: `Clients of ${network.address} are given ${gateway} as their gateway; the router there is ${own?.address.address}.`,
            id: `Klien ${network.address} diberi gateway ${gateway}; router di sana adalah ${own?.address.address}.`,
          },
      do: {
        en: own ? `Use gateway=${own.address.address}.` : 'Correct the gateway or the network.',
        id: own ? `Pakai gateway=${own.address.address}.` : 'Perbaiki gateway atau network-nya.',
      },
      ...(own && {
        fix: {
          changes: [set(network, 'gateway', own.address.address)],
          // What is outside their network no client reaches.
          isSafe: isOutside,
          note: {
            en: `If ${gateway} is another router that shall be used, it is right as it is.`,
            id: `Kalau ${gateway} router lain yang memang dipakai, ini sudah benar.`,
          },
        },
      }),
    },
  ];
}
