import { compileLinux } from '../../compile/index.ts';
import { equal } from '../../model/index.ts';
import { settledWorld, type World } from '../../rib/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import { scriptsLeftAlone, settle } from '../../walk/index.ts';
import type { RunConfig } from './event.ts';
import type { Decision, GatewayState } from './state.ts';

/** World → Rib → Program. The last decision stands as long as nothing that it depends on has changed. */
export function decide(state: GatewayState): Decision {
  const { config, reached, seed } = state;
  const world = worldOf(state);
  if (reached?.config === config && equal(reached.world, world)) return reached;
  return decideAnew(config, world, seed).decision;
}

/** What speaks against running a configuration in the world as it is. No effects: nothing of the gateway changes. */
export function validate(state: GatewayState, config: RunConfig): readonly Diagnostic[] {
  return decideAnew(config, worldOf({ ...state, config }), state.seed).diagnostics;
}

function decideAnew(config: RunConfig, world: World, seed: number) {
  // What scripts of leases make of the text; probes and schedulers are not ours.
  const settled = settle(config.router, world, [], { ...config, engine: 'linux' });
  const { program, diagnostics } = compileLinux(settled.router, settled.rib, settled.world, { seed });
  const left = scriptsLeftAlone(config.router);
  return { decision: { config, world, rib: settled.rib, program }, diagnostics: [...diagnostics, ...left] };
}

/** The world as it will be once the addresses that configuration and leases want are on their interfaces. */
function worldOf({ config, interfaces, leases, unreachable }: GatewayState): World {
  return settledWorld(config.router, { interfaces, leases, unreachable });
}
