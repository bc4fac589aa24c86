import type { IpAddress, Router } from '../../../model/index.ts';
import { broadcastOf, ipv4ToNumber, networkOf, prefixRange } from '../../../net/index.ts';
import type { Rule } from '../../rule.ts';

/** The router has the address of a network or its broadcast address (docs/routeros.md#address-types). */
export const addressOfNobody: Rule = {
  id: 'interfaces/address-of-nobody',
  level: 'error',
  title: {
    en: `The address of a network as the address of the router`,
    id: `Alamat jaringan dipakai sebagai alamat router`,
  },
  why: {
    en: `The first address of a network names the network and the last one is for all of its hosts: neighbours do not answer either.`,
    id: `Alamat pertama adalah nama jaringan dan alamat terakhir untuk semua host: tetangga tidak menjawab keduanya.`,
  },
  check: ({ router }) =>
    router.addresses.flatMap(item => {
      const { address, length } = item.address;
      const network = networkOf(item.address);
      const isFirst = ipv4ToNumber(address) === prefixRange(network).from;
      if (item.disabled || length === 0 || length > 30 || (!isFirst && address !== broadcastOf(network)))
        return [];
      return {
        at: item,
        ...(hasAnother(router, item) && { severity: 'warning' as const }),
        what: isFirst
          ? {
              en: `${address}/${length} is the network itself, not an address in it.`,
              id: `${address}/${length} adalah jaringan itu sendiri, bukan alamat di dalamnya.`,
            }
          : {
              en: `${address}/${length} is the broadcast address of its network.`,
              id: `${address}/${length} adalah alamat broadcast jaringannya.`,
            },
        do: {
          en: 'Use an address between the two, or correct the mask.',
          id: 'Pakai alamat di antara keduanya, atau perbaiki mask.',
        },
      };
    }),
};

/** Hosts of the network talk to the other address of the port: nothing breaks. */
const hasAnother = ({ addresses }: Router, { address, interface: port }: IpAddress): boolean =>
  addresses.some(
    one =>
      !one.disabled &&
      one.interface === port &&
      one.address.address !== address.address &&
      networkOf(one.address) === networkOf(address),
  );
