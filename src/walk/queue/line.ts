import type { Router } from '../../model/index.ts';
import { parseRate, printIpv4 } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import type { PcqLine } from '../trace.ts';

type Field = (flight: Flight) => string;

/** What PCQ can tell lines apart by. Addresses as simple queues see them, from before src-nat. */
const fields: Readonly<Record<string, Field>> = {
  'src-address': ({ packet }) => printIpv4(packet.src),
  'dst-address': ({ dst }) => printIpv4(dst),
  'src-port': ({ packet }) => `${packet.srcPort}`,
  'dst-port': ({ dstPort }) => `${dstPort}`,
};

/** Types that are there without being stated. */
const builtIn: Readonly<Record<string, string>> = {
  'pcq-upload-default': 'src-address',
  'pcq-download-default': 'dst-address',
};

/** The PCQ line of a queue type; undefined where it is of another kind, or not known. */
export function pcqLineOf({ queueTypes }: Router, name: string, flight: Flight): PcqLine | undefined {
  const stated = queueTypes.find(type => type.name === name && !type.disabled);
  if (stated ? stated.kind !== 'pcq' : !(name in builtIn)) return undefined;
  const by = stated?.properties['pcq-classifier'] ?? builtIn[name] ?? '';
  const parts = by.split(',').flatMap(field => {
    const read = fields[field];
    return read ? [`${field} ${read(flight)}`] : [];
  });
  return { type: name, key: parts.join(', '), rate: parseRate(stated?.properties['pcq-rate'] ?? '0') ?? 0 };
}
