import { compileLinux, type Sharing } from '../../compile/index.ts';
import { equal, type Router } from '../../model/index.ts';
import { settledWorld, type World } from '../../rib/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import { notOnLinux, type Observed, type Ran, settleOn, settleWell } from '../../walk/index.ts';
import type { RunConfig } from './event.ts';
import { usedLeases } from './leases/index.ts';
import {
  aliveOf,
  countedLines,
  downLinesOf,
  flowsOf,
  isReleased,
  isRerouted,
  linesOf,
  mayStray,
  uplinksOf,
  withHooks,
} from './lines/index.ts';
import { hostsOf, noScripts, type ScriptState } from './scripts/index.ts';
import { followsLines } from './shares/index.ts';
import type { Decision, Drafted, GatewayState } from './state.ts';

/** A decision, with the scripts that ran for it. */
interface Decided {
  readonly decision: Decision;
  readonly scripts: ScriptState;
  readonly ran: readonly Ran[];
}

/** World → Rib → Program. The last decision stands as long as nothing that it depends on has changed. */
export function decide(state: GatewayState): Decided {
  const { config, reached, scripts } = state;
  const world = worldOf(state);
  if (reached && isStill(reached, state, world)) return { decision: reached, scripts, ran: [] };
  const now = ofText(scripts, config.router);
  const observed: Observed = { found: now.found, due: now.now };
  const { decision, happened } =
    draftFor(state, world, now) ?? decideAnew(state, world, observed, now.running);
  const forget = happened.flatMap(({ forgotten }) => forgotten).filter(one => one !== undefined);
  const { running } = decision;
  return {
    decision,
    scripts: { ...now, running, now: [], forget: [...now.forget, ...forget] },
    ran: happened,
  };
}

/** The scripts of another text begin anew; what is known of hosts that are asked in the same way stays known. */
function ofText(scripts: ScriptState, text: Router): ScriptState {
  if (scripts.text === text) return scripts;
  if (scripts.text && equal(scripts.text, text)) return { ...scripts, text };
  const hosts = hostsOf(text).filter(host => scripts.hosts.some(one => equal(one, host)));
  const found = hosts.flatMap(({ key }) => {
    const status = scripts.held[key] ?? scripts.found[key];
    return status === undefined ? [] : [[key, status] as const];
  });
  return { ...noScripts, hosts: scripts.hosts, found: Object.fromEntries(found), text };
}

function isStill(reached: Decision, state: GatewayState, world: World): boolean {
  const { config, scripts } = state;
  return (
    reached.config === config &&
    reached.running === scripts.running &&
    reached.weights === weightsOf(state) &&
    reached.isReleased === isReleased(state, reached.uplinks) &&
    reached.mayStray === mayStray(state, reached.uplinks) &&
    scripts.now.length === 0 &&
    equal(reached.found, scripts.found) &&
    equal(reached.world, world)
  );
}

/** What was worked out before the start is the first decision, where nothing is known now that was not known then. */
function draftFor(
  { config, reached, drafted }: GatewayState,
  world: World,
  { running, found, now }: ScriptState,
): Drafted | undefined {
  const isNew = reached === undefined && running === undefined && now.length === 0 && equal(found, {});
  if (!isNew || drafted?.decision.config !== config) return undefined;
  return equal(drafted.decision.world, world) ? drafted : undefined;
}

/** What a configuration would be here, and what speaks against running it. */
export interface Draft extends Drafted {
  readonly diagnostics: readonly Diagnostic[];
}

/** A configuration in the world as it is. No effects: nothing of the gateway changes. */
export function draft(state: GatewayState, config: RunConfig): Draft {
  const next = { ...state, config };
  const made = decideAnew(next, worldOf(next), { found: {}, due: [] }, undefined);
  return { ...made, diagnostics: [...made.diagnostics, ...notOnLinux(config.router, config.language)] };
}

function decideAnew(state: GatewayState, world: World, observed: Observed, running: ScriptState['running']) {
  const { config, seed } = state;
  const options = { ...config, engine: 'linux', observed } as const;
  const settled = running ? settleOn({ running }, world, options) : settleWell(config.router, world, options);
  const alive = aliveOf(settled, config);
  const lines = linesOf(alive, config);
  const before = (state.reached ?? state.before)?.uplinks;
  const uplinks = uplinksOf(settled, config, { alive, watched: lines, before });
  const released = isReleased(state, uplinks);
  const counted = countedLines(settled, lines, config);
  const compiled = compileLinux(settled.router, settled.rib, settled.world, {
    seed,
    language: config.language,
    plain: config.plain,
    exactCounters: config.exactCounters,
    dials: Object.keys(config.passwords ?? {}),
    lines: counted,
    flows: flowsOf(uplinks, released),
    shares: sharingOf(state),
  });
  const { diagnostics, shares } = compiled;
  const strays = mayStray(state, uplinks) || isRerouted(state.reached?.program, compiled.program);
  const program = withHooks(compiled.program, strays);
  const { router, rib, happened } = settled;
  const { found } = observed;
  const decision: Decision = {
    ...{
      config,
      world,
      router,
      rib,
      program,
      lines,
      uplinks,
      isReleased: released,
      mayStray: strays,
      found,
      shares,
    },
    weights: weightsOf(state),
    ...{ running: settled.running, counted: counted.map(line => line.interface) },
  };
  return { decision, diagnostics, happened };
}

/** Weights that follow from what lines deliver, where they are to. */
const weightsOf = ({ config, weights }: Pick<GatewayState, 'config' | 'weights'>): GatewayState['weights'] =>
  followsLines(config) ? weights : undefined;

/** What is to be divided by buckets; what need not move stays where the decision before had it. */
function sharingOf(state: GatewayState): Sharing | undefined {
  const { config, reached, before } = state;
  if ((config.balance ?? 'pcc') === 'pcc') return undefined;
  return { weights: weightsOf(state), before: reached?.shares ?? before?.shares };
}

/** The world as it will be once the addresses that configuration and leases want are on their interfaces. */
function worldOf(state: GatewayState): World {
  const { config, interfaces, unreachable } = state;
  const downLines = downLinesOf(state);
  const { leases } = usedLeases(state);
  const world = { interfaces, leases, unreachable, ...(downLines.length > 0 && { downLines }) };
  return settledWorld(config.router, world);
}
