import type { Language } from '../../text/index.ts';
import type { NotRun } from '../topology/not-run.ts';
import type { Topology } from '../topology/topology.ts';
import { notRunText, standInText } from './say/remarks.ts';

/** An interface that a veth stands in for. */
export interface StandIn {
  readonly interface: string;
  /** As RouterOS calls it: `pppoe-client`, `vlan`, `wireguard`. */
  readonly kind: string;
  readonly text: string;
}

/** Something of the configuration that takes no effect on the bench. */
export interface Unrun {
  readonly kind: NotRun['kind'];
  /** `office.rsc:12`. */
  readonly at: string;
  readonly text: string;
}

/** What of a bench is not as the configuration has it, one sentence each. */
export interface BenchRemarks {
  readonly standIns: readonly StandIn[];
  readonly notRun: readonly Unrun[];
}

/** The remarks about one bench. */
export function benchRemarks(
  { router, assume }: Topology,
  notRun: readonly NotRun[],
  language: Language,
): BenchRemarks {
  return {
    standIns: router.ports
      .filter(({ made }) => made === 'stand-in')
      .map(port => ({ interface: port.name, kind: port.kind, text: standInText(port, language) })),
    notRun: notRun.map(one => ({
      kind: one.kind,
      at: one.at,
      text: notRunText(one, assume['hotspot'], language),
    })),
  };
}
