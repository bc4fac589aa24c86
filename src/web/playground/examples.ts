import { parse } from 'yaml';
import type { Words } from '../words/said.ts';

/** A configuration to begin with, and what its bench says of the lines. */
export interface Example {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** Leases as the form takes them, one a line. */
  readonly leases: string;
}

const texts = import.meta.glob<string>('../../../examples/*/*.{rsc,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const textOf = (path: string): string => texts[`../../../examples/${path}`] ?? '';

/** In the order of the menu; the paper is first. */
const listed = [
  ['paper', 'paper.rsc'],
  ['paper-fixed', 'paper-fixed.rsc'],
  ['dual-pppoe-lte', 'dual-pppoe-lte.rsc'],
  ['recursive-netwatch', 'recursive-netwatch.rsc'],
  ['static-pcc-hotspot', 'static-pcc-hotspot.rsc'],
  ['dhcp-vlan-wireguard', 'dhcp-vlan-wireguard.rsc'],
  ['office', 'gateway.yaml'],
  ['paper-intent', 'gateway.yaml'],
] as const;

/** Each with what its bench says of the addresses that the ISPs give. */
export const examples: readonly Example[] = listed.map(([id, file]) => ({
  ...{ id, file },
  text: textOf(`${id}/${file}`),
  leases: leasesOf(textOf(`${id}/topology.yaml`)),
}));

interface Isp {
  readonly interface?: unknown;
  readonly lease?: unknown;
  readonly network?: unknown;
  readonly gateway?: unknown;
}

/** `ether1=10.10.10.254/24,10.10.10.1` of each ISP that states what it gives. */
function leasesOf(topology: string): string {
  const bench: unknown = topology === '' ? {} : parse(topology);
  const isps = (bench as { readonly isps?: readonly Isp[] } | null)?.isps ?? [];
  return isps
    .flatMap(({ interface: name, lease, network, gateway }) => {
      const length = typeof network === 'string' ? network.split('/')[1] : undefined;
      return typeof name === 'string' && typeof lease === 'string' && length !== undefined
        ? [`${name}=${lease}/${length},${String(gateway)}`]
        : [];
    })
    .join('\n');
}

export const exampleWords = {
  paper: { en: "The paper's gateway, word for word", id: 'Gateway dari makalah, apa adanya' },
  'paper-fixed': { en: "The paper's gateway, repaired", id: 'Gateway dari makalah, diperbaiki' },
  'dual-pppoe-lte': { en: 'Two PPPoE lines and LTE', id: 'Dua PPPoE dan LTE' },
  'recursive-netwatch': { en: 'Recursive failover, netwatch', id: 'Failover rekursif, netwatch' },
  'static-pcc-hotspot': { en: 'Static lines, PCC, hotspot', id: 'Saluran statis, PCC, hotspot' },
  'dhcp-vlan-wireguard': { en: 'DHCP, VLANs, WireGuard', id: 'DHCP, VLAN, WireGuard' },
  office: { en: 'An office in six lines of YAML', id: 'Kantor dalam enam baris YAML' },
  'paper-intent': { en: "The paper's gateway as YAML", id: 'Gateway makalah sebagai YAML' },
} as const satisfies Words;
