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
            what: `${port} is the interface of ${owner} already.`,
            do: 'Name another one.',
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
            what: `The network of ${name}, ${network}, overlaps with that of ${other.name}, ${other.network}.`,
            why: 'The gateway could not tell where an address is.',
            do: 'Choose another network for one of them.',
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
              what: `${probe} lies inside, in ${lan.name}.`,
              do: 'Name a host on the internet.',
            },
          ];
    }),
  );
}
