import { monotonicMs } from '../../sys/index.ts';
import { blackhole } from './blackhole.ts';
import type { Fault, FaultKind, FaultOptions } from './fault.ts';
import type { FaultAction, FaultTarget } from './fault-action.ts';
import { flap } from './flap.ts';
import { gatewayChange } from './gateway-change.ts';
import { gatewayDead } from './gateway-dead.ts';
import { lossy } from './lossy.ts';
import { slow } from './slow.ts';
import { unplug } from './unplug.ts';

const actions: Readonly<Record<FaultKind, FaultAction>> = {
  unplug,
  blackhole,
  'gateway-dead': gatewayDead,
  lossy,
  slow,
  flap,
  'gateway-change': gatewayChange,
};

/**
 * Makes the fault happen. It is taken to begin with the first thing that is done: what the gateway sees of it before the
 * last one (a carrier that goes, a gateway that moves) belongs to it.
 */
export async function inject(kind: FaultKind, target: FaultTarget, options: FaultOptions): Promise<Fault> {
  const atMs = monotonicMs();
  const undo = await actions[kind](target, options);
  let mended: Promise<number> | undefined;
  const repair = async (): Promise<number> => {
    await undo();
    return monotonicMs();
  };
  return {
    kind,
    isp: target.isp.name,
    atMs,
    repair() {
      mended ??= repair();
      return mended;
    },
  };
}
