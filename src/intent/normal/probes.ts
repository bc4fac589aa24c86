import type { Fault } from '../fault.ts';
import type { Wan } from './intent.ts';

/** Hosts that answer pings all over the world, two of one owner far apart in the list. */
const wellKnown = [
  ...['8.8.4.4', '208.67.220.220', '9.9.9.9', '1.0.0.1'],
  ...['149.112.112.112', '208.67.222.222', '64.6.64.6', '64.6.65.6'],
  ...['94.140.14.14', '185.228.168.9', '8.26.56.26', '76.76.2.0'],
];

/** One silent host is no dead line. */
const perLine = 2;

/**
 * Hosts that show whether a line works, for each line. One that another line has, or that names are asked from, is not
 * taken: it can be reached by one line alone.
 */
export function withProbes(wans: readonly Wan[], taken: readonly string[], faults: Fault[]): readonly Wan[] {
  faults.push(...twice(wans));
  const used = new Set([...taken, ...wans.flatMap(({ probes }) => probes)]);
  const free = wellKnown.filter(host => !used.has(host));
  return wans.map(wan => {
    if (wan.probes.length > 0) return wan;
    const probes = free.splice(0, perLine);
    if (probes.length === 0) faults.push({ path: wan.path, part: 'key', ...noneLeft(wan.name) });
    return { ...wan, probes };
  });
}

const noneLeft = (name: string) => ({
  what: {
    en: `${name} has no probes, and all that jalur knows are in use.`,
    id: `${name} tidak punya probe, dan semua yang dikenal jalur sudah dipakai.`,
  },
  do: {
    en: 'Write hosts on the internet that answer pings: probes: [192.0.2.1].',
    id: 'Tulis host di internet yang menjawab ping: probes: [192.0.2.1].',
  },
});

function twice(wans: readonly Wan[]): Fault[] {
  const owners = new Map<string, string>();
  return wans.flatMap(({ name, probes, probesPath }) =>
    probes.flatMap((probe, at) => {
      const owner = owners.get(probe);
      owners.set(probe, name);
      return owner === undefined ? [] : [{ path: [...probesPath, at], ...shared(probe, owner) }];
    }),
  );
}

const shared = (probe: string, owner: string) => ({
  what: { en: `${probe} is a probe of ${owner} already.`, id: `${probe} sudah menjadi probe ${owner}.` },
  why: {
    en: 'A probe is reached by one line alone, so that its answers tell of that line.',
    id: 'Probe dicapai lewat satu saluran saja, supaya jawabannya menunjukkan saluran itu.',
  },
  do: { en: 'Name another host.', id: 'Sebutkan host lain.' },
});
