import { parsePorts, parseRate } from '../../net/index.ts';
import { nearest } from '../../rsc/index.ts';
import type { Said } from '../../text/index.ts';
import type { Fault } from '../fault.ts';
import type { Stated } from '../schema/index.ts';
import type { Forward, Lan, Queue, Wan } from './intent.ts';
import { isIn, networkOfText, ownOf } from './networks.ts';

type StatedForward = NonNullable<Stated['forwards']>[number];

/** What stands around them. */
interface Around {
  readonly wans: readonly Wan[];
  readonly lans: readonly Lan[];
  readonly faults: Fault[];
}

export function forwardsOf(stated: Stated['forwards'] = [], around: Around): readonly Forward[] {
  const forwards = stated.map((one, at) => forwardOf(one, at, around));
  around.faults.push(...collisions(forwards));
  return forwards;
}

function forwardOf(stated: StatedForward, at: number, around: Around): Forward {
  const path = ['forwards', at];
  const { name, to, protocol = 'tcp', from = [], wans = [], hairpin } = stated;
  const port = `${stated.port}`;
  const toPort = stated['to-port'] === undefined ? undefined : `${stated['to-port']}`;
  around.faults.push(...forwardFaults({ path, port, to, toPort, wans }, around));
  const lines = wans.flatMap(one => around.wans.find(wan => wan.name === one) ?? []);
  const meant = lines.map(wan => wan.interface);
  if (hairpin === true && from.length > 0) around.faults.push(hairpinForSome(path));
  const isInside = hairpin !== false && from.length === 0;
  const own = lines.flatMap(({ address, interface: wan }) =>
    address === undefined ? [] : [{ wan, address: ownOf(address).address }],
  );
  return {
    ...{ path, comment: name ?? `forward ${port}`, port, to, toPort, from, wans: meant },
    hairpin: isInside ? (wans.length === 0 ? 'any' : own) : [],
    protocols: protocol === 'both' ? ['tcp', 'udp'] : [protocol],
  };
}

function forwardFaults(
  { path, port, to, toPort, wans }: Pick<Forward, 'path' | 'port' | 'to' | 'toPort' | 'wans'>,
  { wans: lines, lans }: Around,
): Fault[] {
  const names = lines.map(({ name }) => name);
  const unknown = wans.filter(name => !names.includes(name));
  return [
    ...(lans.some(({ network }) => isIn(network, to)) ? [] : [{ path: [...path, 'to'], ...nobody(to) }]),
    ...(toPort === undefined || sizeOf(toPort) === sizeOf(port)
      ? []
      : [
          {
            path: [...path, 'to-port'],
            what: {
              en: `${port} and ${toPort} are not as many ports.`,
              id: `Jumlah port ${port} dan ${toPort} tidak sama.`,
            },
            do: sizeDo,
          },
        ]),
    ...unknown.map(name => ({
      path: [...path, 'wans', wans.indexOf(name)],
      what: noLine(name, names),
      do: { en: `The lines are ${names.join(', ')}.`, id: `Salurannya: ${names.join(', ')}.` },
    })),
  ];
}

const noLine = (name: string, names: readonly string[]): Said => ({
  en: `There is no line ${name}.${nearest(name, names).en}`,
  id: `Tidak ada saluran ${name}.${nearest(name, names).id}`,
});

const noLan = (name: string, names: readonly string[]): Said => ({
  en: `There is no LAN ${name}.${nearest(name, names).en}`,
  id: `Tidak ada LAN ${name}.${nearest(name, names).id}`,
});

const hairpinForSome = (path: Fault['path']): Fault => ({
  path: [...path, 'hairpin'],
  part: 'key',
  what: {
    en: 'It is for some hosts of the internet alone: hairpin means nothing there.',
    id: 'Ini hanya untuk sebagian host di internet: hairpin tidak ada artinya di situ.',
  },
  do: { en: 'Take hairpin or from away.', id: 'Hapus hairpin atau from.' },
});
const sizeDo = {
  en: 'Write one port for one, or ranges of the same length.',
  id: 'Tulis satu port untuk satu port, atau rentang yang sama panjang.',
};
const nobody = (to: string) => ({
  what: {
    en: `${to} lies in none of the inner networks.`,
    id: `${to} tidak ada di jaringan dalam mana pun.`,
  },
  why: {
    en: 'What is forwarded there would leave by a line to the internet again.',
    id: 'Yang diteruskan ke sana akan keluar lagi ke internet.',
  },
  do: { en: 'Write the address of a host inside.', id: 'Tulis alamat host di dalam.' },
});

const sizeOf = (ports: string): number => {
  const [range] = parsePorts(ports) ?? [];
  return range ? range.to - range.from : 0;
};

/** Of two for the same packets only the first would ever match. */
function collisions(forwards: readonly Forward[]): Fault[] {
  return forwards.flatMap((one, at) => {
    const first = forwards.slice(0, at).find(other => collide(other, one));
    return first === undefined
      ? []
      : [{ path: [...one.path, 'port'], ...taken(one.port, first.comment, forwards.indexOf(first) + 1) }];
  });
}

function collide(one: Forward, other: Forward): boolean {
  const [[a], [b]] = [parsePorts(one.port) ?? [], parsePorts(other.port) ?? []];
  const sameLines =
    one.wans.length === 0 || other.wans.length === 0 || one.wans.some(wan => other.wans.includes(wan));
  const isForAll = one.from.length === 0;
  return (
    isForAll &&
    sameLines &&
    a !== undefined &&
    b !== undefined &&
    a.from <= b.to &&
    b.from <= a.to &&
    one.protocols.some(protocol => other.protocols.includes(protocol))
  );
}

const taken = (port: string, comment: string, number: number) => ({
  what: {
    en: `${port} is forwarded by the ${number}. forward already (${comment}).`,
    id: `${port} sudah diteruskan oleh forward ke-${number} (${comment}).`,
  },
  do: {
    en: 'Choose another port, or say from which hosts or by which lines the first one is.',
    id: 'Pilih port lain, atau sebutkan dari host mana atau lewat saluran mana yang pertama berlaku.',
  },
});

export function queuesOf(stated: Stated['queues'] = [], { lans, faults }: Around): readonly Queue[] {
  const names = new Set<string>();
  return stated.map(({ name, target, rate }, at) => {
    const path = ['queues', at];
    const own = name ?? (/^\d/.test(target) ? `limit ${target}` : target);
    if (names.has(own))
      faults.push({
        path,
        what: { en: `There are two queues named ${own}.`, id: `Ada dua queue bernama ${own}.` },
        do: { en: 'Give one of them another name:.', id: 'Beri salah satunya name: lain.' },
      });
    names.add(own);
    const [up = '', down = up] = rate.split('/');
    const [upload, download] = [parseRate(up) ?? 0, parseRate(down) ?? 0];
    return {
      path,
      name: own,
      target: targetOf(target, [...path, 'target'], { lans, faults }),
      upload,
      download,
    };
  });
}

function targetOf(
  target: string,
  path: Fault['path'],
  { lans, faults }: Pick<Around, 'lans' | 'faults'>,
): string {
  if (/^\d/.test(target)) return target.includes('/') ? networkOfText(target) : `${target}/32`;
  const found = lans.find(({ name }) => name === target);
  const names = lans.map(({ name }) => name);
  if (!found)
    faults.push({
      path,
      what: noLan(target, names),
      do: {
        en: `Name a LAN (${names.join(', ')}), a network or a host.`,
        id: `Sebutkan LAN (${names.join(', ')}), jaringan, atau host.`,
      },
    });
  return found?.network ?? target;
}
