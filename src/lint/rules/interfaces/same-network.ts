import { type IpAddress, networkReached } from '../../../model/index.ts';
import { isIpv4, type Prefix, prefixContains, splitPrefix } from '../../../net/index.ts';
import { uplinksOf } from '../../../prove/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Two lines in one network (docs/routeros.md#route-selection). */
export const sameNetwork: Rule = {
  id: 'interfaces/same-network',
  level: 'warning',
  title: { en: 'Two WANs in one network', id: 'Dua WAN dalam satu jaringan' },
  why: {
    en: 'The router has two ways to the same neighbours and uses one: the gateway of the second line is looked for at the first port, unless each gateway is written with its port.',
    id: 'Router punya dua jalan ke tetangga yang sama dan memakai satu: gateway jalur kedua dicari di port pertama, kecuali setiap gateway ditulis dengan port-nya.',
  },
  check({ router, well }) {
    const lines = uplinksOf(well);
    const own = router.addresses.filter(item => !item.disabled && lines.includes(item.interface));
    return own.flatMap((item, at) => {
      const first = own.slice(0, at).find(other => isRival(other, item));
      if (!first) return [];
      const network = networkReached(item);
      const isWritten = statedIn(well, network).every(({ text }) => text.includes('%'));
      return {
        at: first,
        ...(isWritten && { severity: 'info', why: withPorts }),
        what: {
          en: `${first.interface} and ${item.interface} are both in ${network}.`,
          id: `${first.interface} dan ${item.interface} sama-sama berada di ${network}.`,
        },
        do: isWritten
          ? { en: 'Give one modem another network.', id: 'Ganti jaringan salah satu modem.' }
          : {
              en: 'Give one modem another network; else write gateways with their port (gateway=ADDRESS%PORT) in all tables.',
              id: 'Ganti jaringan salah satu modem; kalau tidak, tulis gateway dengan port-nya (gateway=ALAMAT%PORT) di semua tabel.',
            },
        related: [{ at: item, text: { en: 'The other one.', id: 'Yang satu lagi.' } }],
      };
    });
  },
};

/** Gateways of stated routes that lie in a network. */
const statedIn = ({ rib }: Subject['well'], network: Prefix) =>
  rib.routes
    .filter(({ disabled, source }) => !disabled && source === 'static')
    .flatMap(({ gateways }) => gateways)
    .filter(({ text }) => {
      const [address = ''] = text.split('%');
      return isIpv4(address) && prefixContains(network, address);
    });

const withPorts = {
  en: 'Each gateway is written with its port, so routes find their line. All else in that network, the page of a modem too, is reached by one port alone.',
  id: 'Setiap gateway ditulis dengan port-nya, jadi rute menemukan jalurnya. Yang lain di jaringan itu, juga halaman modem, hanya dicapai lewat satu port.',
};

const isRival = (one: IpAddress, other: IpAddress): boolean =>
  one.interface !== other.interface &&
  splitPrefix(networkReached(one)).length < 32 &&
  networkReached(one) === networkReached(other);
