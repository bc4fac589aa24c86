import type { DhcpLease } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** One address for two devices (docs/routeros.md#dhcp-client). */
export const leaseTwice: Rule = {
  id: 'services/lease-twice',
  level: 'warning',
  title: { en: `One address for two devices`, id: `Satu alamat untuk dua perangkat` },
  why: {
    en: `Only one of them can have it at a time: the other one gets another address, or none.`,
    id: `Hanya satu yang bisa memakainya: yang lain mendapat alamat lain, atau tidak sama sekali.`,
  },
  check: ({ router }) =>
    router.dhcpLeases.flatMap((lease, at) => {
      const before = router.dhcpLeases.find((one, place) => place < at && isSame(one, lease));
      return before
        ? {
            at: lease,
            what: {
              en: `Another lease has the address ${lease.address} for another device.`,
              id: `Lease lain memakai alamat ${lease.address} untuk perangkat lain.`,
            },
            do: {
              en: 'Give each device an address of its own.',
              id: 'Beri setiap perangkat alamat sendiri.',
            },
            related: [{ at: before, text: { en: 'The other one.', id: 'Yang lainnya.' } }],
          }
        : [];
    }),
};

const isSame = (one: DhcpLease, other: DhcpLease): boolean =>
  !one.disabled &&
  !other.disabled &&
  one.address !== undefined &&
  one.address === other.address &&
  one.server === other.server &&
  one.macAddress !== undefined &&
  other.macAddress !== undefined &&
  one.macAddress !== other.macAddress;
