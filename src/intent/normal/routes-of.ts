import { isDefault, isIpv4 } from '../../net/index.ts';
import type { Fault } from '../fault.ts';
import type { Stated } from '../schema/index.ts';
import type { Lan, StaticRoute, Wan } from './intent.ts';
import { isIn, networkOfText, overlap } from './networks.ts';

interface Around {
  readonly wans: readonly Wan[];
  readonly lans: readonly Lan[];
  readonly faults: Fault[];
}

/** Networks behind other routers; faults where they lead nowhere. */
export function staticRoutesOf(stated: Stated['routes'] = [], around: Around): readonly StaticRoute[] {
  const routes = stated.map(({ to, via }, at) => ({ path: ['routes', at], to: networkOfText(to), via }));
  around.faults.push(
    ...routes.flatMap(route => [...wayFaults(route, around), ...placeFaults(route, around)]),
    ...routes.flatMap((route, at) =>
      routes.slice(0, at).some(({ to }) => to === route.to)
        ? [
            {
              path: [...route.path, 'to'],
              what: { en: `${route.to} stands twice.`, id: `${route.to} tertulis dua kali.` },
              do: { en: 'Keep one of them.', id: 'Pertahankan salah satunya.' },
            },
          ]
        : [],
    ),
  );
  return routes;
}

const networksAround = ({ wans, lans }: Around) =>
  [...lans, ...wans].flatMap(({ name, address }) =>
    address === undefined ? [] : [{ name, address, network: networkOfText(address) }],
  );

function wayFaults({ path, via }: StaticRoute, around: Around): Fault[] {
  const at = { path: [...path, 'via'] };
  if (!isIpv4(via)) {
    const wan = around.wans.find(one => one.interface === via);
    return wan
      ? [
          {
            ...at,
            what: { en: `${via} is the line ${wan.name}.`, id: `${via} adalah saluran ${wan.name}.` },
            do: { en: 'Lines are named in wans.', id: 'Saluran disebut di wans.' },
          },
        ]
      : [];
  }
  const own = networksAround(around);
  if (own.some(({ address }) => address.startsWith(`${via}/`)))
    return [
      {
        ...at,
        what: {
          en: `${via} is an address of the gateway itself.`,
          id: `${via} adalah alamat gateway sendiri.`,
        },
        do: viaDo,
      },
    ];
  return own.some(({ network }) => isIn(network, via))
    ? []
    : [
        {
          ...at,
          what: {
            en: `${via} lies in none of our networks: it cannot be reached.`,
            id: `${via} tidak ada di jaringan kita mana pun: tidak dapat dicapai.`,
          },
          do: viaDo,
        },
      ];
}

const viaDo = {
  en: 'Write the address of the router that leads there, in one of our networks.',
  id: 'Tulis alamat router yang menuju ke sana, di salah satu jaringan kita.',
};

function placeFaults({ path, to }: StaticRoute, around: Around): Fault[] {
  const at = { path: [...path, 'to'] };
  if (isDefault(to))
    return [
      {
        ...at,
        what: { en: 'Everything leaves by the lines.', id: 'Semuanya keluar lewat saluran.' },
        do: { en: 'Name a network.', id: 'Sebutkan jaringan.' },
      },
    ];
  const other = networksAround(around).find(({ network }) => overlap(network, to));
  return other
    ? [
        {
          ...at,
          what: {
            en: `${to} overlaps with ${other.network}, the network of ${other.name}.`,
            id: `${to} tumpang tindih dengan ${other.network}, jaringan ${other.name}.`,
          },
          do: { en: 'Correct one of them.', id: 'Perbaiki salah satunya.' },
        },
      ]
    : [];
}
