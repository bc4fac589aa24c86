import type { SharingInForce } from '../../compile/index.ts';
import { semanticsOf } from '../../model/index.ts';
import { type Config, nameInRouter } from '../../reading/index.ts';
import {
  type AssumedWorld,
  assumeWorld,
  type Fault,
  type Known,
  type KnownWorld,
  type Lease,
  type LeaseVerdict,
  usableLeases,
} from '../../rib/index.ts';
import { type Phase, type Settled, type SettleOptions, settle } from '../../walk/index.ts';
import type { Complain } from '../names/index.ts';
import { findChecks, findInterfaces } from '../names/index.ts';
import { type SaidOfText, type SaidOfWorld, statedAddresses } from './said.ts';

/** A world, what was said of it, and what had to be assumed. */
export interface ChosenWorld extends AssumedWorld {
  /** What its scripts have made of the configuration. */
  readonly situation: Phase & Partial<Pick<Settled, 'points' | 'flapping' | 'ran'>>;
  /** The same with these answers to what scripts leave open. */
  readonly answered: (answers: Readonly<Record<string, string>>) => Settled;
  /** What is not assumed. */
  readonly known: readonly Known[];
  /** How the gateway that runs here divides connections, where that is not PCC. */
  readonly sharing?: SharingInForce | undefined;
}

/** What a command wants of the world beside its options. */
export interface Wanted {
  /** Scripts as our Linux program carries them out. */
  readonly engine?: SettleOptions['engine'];
  readonly assume?: Readonly<Record<string, string>> | undefined;
  /** A text in which nothing is modelled is looked at, too. */
  readonly anything?: boolean;
  /** It was read already. */
  readonly config?: Config | undefined;
}

/** What is known of the world before anything is assumed. */
export interface Sources {
  /** What this machine shows. */
  readonly here?: (Partial<KnownWorld> & Pick<ChosenWorld, 'sharing'>) | undefined;
  /** What the ISPs of a bench beside the text give. */
  readonly bench?: readonly Lease[] | undefined;
}

/**
 * What the user says goes first, then a bench beside the text, then this machine; the rest is assumed. Undefined where
 * he names what is not there, which has been said then.
 */
export function chooseWorld(
  config: Config,
  options: SaidOfWorld & SaidOfText,
  { here, bench: ofBench = [] }: Sources,
  { engine, assume }: Wanted,
  say: Complain,
): ChosenWorld | undefined {
  const { router } = config;
  const stated = options.lease.map(lease => ({ ...lease, interface: nameInRouter(config, lease.interface) }));
  const judged = semanticsOf(router.version, engine).judgesLeases
    ? usableLeases(router, byInterface(stated))
    : undefined;
  const usable = judged ? Object.values(judged.leases) : stated;
  const bench = here ? [] : ofBench.filter(lease => !isStated(stated, lease));
  const addresses = inRouter(config, statedAddresses(options));
  const { sharing, ...seen } = here ?? {};
  const base = {
    ...seen,
    addresses,
    leases: [...usable, ...bench],
    unleased: stated.map(lease => lease.interface),
  };
  const whole = assumeWorld(router, base).world;
  const down = findInterfaces(router, whole, options.down, say);
  const dead = down && findInterfaces(router, whole, options.dead, say);
  const silent = dead && findInterfaces(router, whole, options.deadGateway, say);
  const unreachable = silent && findChecks(router, whole, config, options.unreachable, say);
  if (!unreachable) return undefined;
  const lost = [...dead, ...silent];
  const { world, assumptions } = assumeWorld(router, { ...base, down, dead: lost, unreachable });
  const faults = [
    ...dead.map((name): Fault => ({ interface: name, kind: 'upstream' })),
    ...silent.map((name): Fault => ({ interface: name, kind: 'gateway' })),
  ];
  const settled = (answers: Readonly<Record<string, string>>): Settled =>
    settle(router, world, faults, { ...config, assume: { ...assume, ...answers }, engine });
  return {
    world,
    assumptions,
    situation: settled({}),
    answered: settled,
    sharing,
    known: [
      ...(here ? [{ kind: 'seen' } as const] : []),
      ...bench.map((lease): Known => ({ kind: 'bench', lease })),
      ...usable.map((lease): Known => ({ kind: 'stated', lease })),
      ...stated.flatMap(lease => faultsOf(lease, judged?.verdicts[lease.interface])),
      ...Object.entries(addresses).map(
        ([name, address]): Known => ({ kind: 'address', interface: name, address }),
      ),
      ...down.map((name): Known => ({ kind: 'down', name })),
      ...dead.map((name): Known => ({ kind: 'dead', name })),
      ...silent.map((name): Known => ({ kind: 'dead-gateway', name })),
      ...options.unreachable.map((name): Known => ({ kind: 'unreachable', name })),
    ],
  };
}

/** What our gateway does not use of a lease. */
function faultsOf(lease: Lease, verdict: LeaseVerdict | undefined): Known[] {
  if (!verdict) return [];
  if (verdict.kind === 'refused') return [{ kind: 'refused', lease, fault: verdict.fault }];
  return verdict.left.map(fault => ({ kind: 'left', lease, fault }));
}

const byInterface = (leases: readonly Lease[]): Readonly<Record<string, Lease>> =>
  Object.fromEntries(leases.map(lease => [lease.interface, lease]));

/** By the names of the router. */
const inRouter = <T>(config: Config, stated: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(stated).map(([name, value]) => [nameInRouter(config, name), value]));

const isStated = (stated: readonly Lease[], { interface: name }: Lease): boolean =>
  stated.some(item => item.interface === name);
