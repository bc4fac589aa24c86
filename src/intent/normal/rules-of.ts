import { parsePorts, parseRate } from '../../net/index.ts';
import { didYouMean } from '../../rsc/index.ts';
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
      : [{ path: [...path, 'to-port'], what: `${port} and ${toPort} are not as many ports.`, do: sizeDo }]),
    ...unknown.map(name => ({
      path: [...path, 'wans', wans.indexOf(name)],
      what: `There is no line ${name}.${didYouMean(name, names)}`,
      do: `The lines are ${names.join(', ')}.`,
    })),
  ];
}

const hairpinForSome = (path: Fault['path']): Fault => ({
  path: [...path, 'hairpin'],
  part: 'key',
  what: 'It is for some hosts of the internet alone: hairpin means nothing there.',
  do: 'Take hairpin or from away.',
});
const sizeDo = 'Write one port for one, or ranges of the same length.';
const nobody = (to: string) => ({
  what: `${to} lies in none of the inner networks.`,
  why: 'What is forwarded there would leave by a line to the internet again.',
  do: 'Write the address of a host inside.',
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
  what: `${port} is forwarded by the ${number}. forward already (${comment}).`,
  do: 'Choose another port, or say from which hosts or by which lines the first one is.',
});

export function queuesOf(stated: Stated['queues'] = [], { lans, faults }: Around): readonly Queue[] {
  const names = new Set<string>();
  return stated.map(({ name, target, rate }, at) => {
    const path = ['queues', at];
    const own = name ?? (/^\d/.test(target) ? `limit ${target}` : target);
    if (names.has(own))
      faults.push({
        path,
        what: `There are two queues named ${own}.`,
        do: 'Give one of them another name:.',
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
      what: `There is no LAN ${target}.${didYouMean(target, names)}`,
      do: `Name a LAN (${names.join(', ')}), a network or a host.`,
    });
  return found?.network ?? target;
}
