import type { ConditionEntry } from './entry.ts';

export interface ForeignManager {
  readonly interface: string;
  /** `NetworkManager`, `systemd-networkd`, `dhcpcd`. */
  readonly by: string;
}

const leave: Readonly<Record<string, (name: string) => string>> = {
  NetworkManager: name => `nmcli device set ${name} managed no`,
  'systemd-networkd': name => `a .network file with [Match] Name=${name} and [Link] Unmanaged=yes`,
  dhcpcd: name => `denyinterfaces ${name} in /etc/dhcpcd.conf`,
};

const way = ({ by, interface: name }: ForeignManager): string => leave[by]?.(name) ?? by;

/** Two programs that set the addresses of one interface undo each other's work. */
export const foreignManager: ConditionEntry<ForeignManager> = {
  severity: 'warning',
  about: facts => facts.interface,
  text: {
    en: {
      title: 'Another program configures an interface',
      what: ({ interface: name, by }) =>
        `${by} configures ${name} as well: it sets addresses and routes that this gateway does not want, or takes away its own.`,
      do: facts => `Have it leave ${facts.interface} alone: ${way(facts)}.`,
      clears: 'Cleared when it leaves the interface alone, or has ended.',
    },
    id: {
      title: 'Program lain mengatur sebuah interface',
      what: ({ interface: name, by }) =>
        `${by} juga mengatur ${name}: ia memasang alamat dan rute yang tidak diinginkan gateway ini, atau menghapus miliknya.`,
      do: facts => `Biarkan ia tidak menyentuh ${facts.interface}: ${way(facts)}.`,
      clears: 'Hilang setelah program itu melepas interface tersebut, atau berhenti.',
    },
  },
};
