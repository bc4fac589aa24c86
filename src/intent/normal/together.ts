import type { Fault } from '../fault.ts';
import type { Lan, Wan } from './intent.ts';
import { isIn, networkOfText, overlap } from './networks.ts';

/** What of lines and networks cannot stand beside each other. */
export const togetherFaults = (wans: readonly Wan[], lans: readonly Lan[]): Fault[] => [
  ...portFaults(wans, lans),
  ...networkFaults(wans, lans),
  ...probeFaults(wans, lans),
];

function portFaults(wans: readonly Wan[], lans: readonly Lan[]): Fault[] {
  const owners = new Map<string, string>();
  return [...wans, ...lans].flatMap(({ name, interface: port, path }) => {
    const owner = owners.get(port);
    owners.set(port, name);
    return owner === undefined
      ? []
      : [
          {
            path: [...path, 'interface'],
            what: {
              en: `${port} is the interface of ${owner} already.`,
              id: `${port} sudah menjadi interface ${owner}.`,
            },
            do: { en: 'Name another one.', id: 'Sebutkan yang lain.' },
          },
        ];
  });
}

function networkFaults(wans: readonly Wan[], lans: readonly Lan[]): Fault[] {
  const own = [...wans, ...lans].flatMap(({ name, path, address }) =>
    address === undefined ? [] : [{ name, path, network: networkOfText(address) }],
  );
  return own.flatMap(({ name, path, network }, at) => {
    const other = own.slice(0, at).find(one => overlap(one.network, network));
    return other === undefined
      ? []
      : [
          {
            path: [...path, 'address'],
            what: {
              en: `The network of ${name}, ${network}, overlaps with that of ${other.name}, ${other.network}.`,
              id: `Jaringan ${name}, ${network}, tumpang tindih dengan jaringan ${other.name}, ${other.network}.`,
            },
            why: {
              en: 'The gateway could not tell where an address is.',
              id: 'Gateway tidak dapat tahu di mana sebuah alamat berada.',
            },
            do: {
              en: 'Choose another network for one of them.',
              id: 'Pilih jaringan lain untuk salah satunya.',
            },
          },
        ];
  });
}

function probeFaults(wans: readonly Wan[], lans: readonly Lan[]): Fault[] {
  return wans.flatMap(({ probes, probesPath }) =>
    probes.flatMap((probe, at) => {
      const lan = lans.find(({ network }) => isIn(network, probe));
      return lan === undefined
        ? []
        : [
            {
              path: [...probesPath, at],
              what: {
                en: `${probe} lies inside, in ${lan.name}.`,
                id: `${probe} ada di dalam, di ${lan.name}.`,
              },
              do: { en: 'Name a host on the internet.', id: 'Sebutkan host di internet.' },
            },
          ];
    }),
  );
}
