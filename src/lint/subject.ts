import { type Router, rolesOf } from '../model/index.ts';
import {
  type Conversation,
  converseAll,
  type Proof,
  prove,
  somePacketClasses,
  uplinksOf,
} from '../prove/index.ts';
import { assumeWorld, computeRib, type KnownWorld, type LeaseRoutes, type World } from '../rib/index.ts';
import { type Packet, type Prepared, prepare } from '../walk/index.ts';

/** A configuration to be linted, in the world that is assumed for it. */
export interface Given {
  readonly router: Router;
  readonly world: World;
  readonly leaseRoutes: LeaseRoutes;
  /** What of the world is not assumed. */
  readonly known?: KnownWorld | undefined;
}

/** A packet that begins a conversation, and one way that this goes. */
export interface Talk extends Conversation {
  readonly packet: Packet;
}

/** Kinds of packets that are walked at most: findings come while somebody types. */
const mostKinds = 300;
/** Conversations that rules look at themselves. */
const mostTalks = 40;

/** What rules look at. Each answer is worked out once, when a rule first asks for it. */
export class Subject {
  readonly router: Router;
  readonly #given: Given;
  readonly #alone = new Map<string, Prepared>();
  #proof: Proof | undefined;
  #talks: readonly Talk[] | undefined;

  constructor(given: Given) {
    this.router = given.router;
    this.#given = given;
  }

  /** What holds and what does not while all lines are well. */
  get proof(): Proof {
    const { router, world, leaseRoutes } = this.#given;
    this.#proof ??= prove(router, world, { engine: 'routeros', leaseRoutes, mostKinds, wellOnly: true });
    return this.#proof;
  }

  /** The router while all is well, its scripts carried out. */
  get well(): Prepared {
    return this.proof.healthy;
  }

  /** The world with these unplugged as well. */
  worldWithout(ports: readonly string[]): World {
    const { known = {} } = this.#given;
    return assumeWorld(this.well.router, { ...known, down: [...(known.down ?? []), ...ports] }).world;
  }

  /** The router while all uplinks but this one are unplugged; what scripts would do then is left out. */
  only(uplink: string): Prepared {
    const known = this.#alone.get(uplink);
    if (known) return known;
    const { router, options } = this.well;
    const down = uplinksOf(this.well).filter(name => name !== uplink);
    const world = this.worldWithout(down);
    const alone = prepare(router, computeRib(router, world), world, options);
    this.#alone.set(uplink, alone);
    return alone;
  }

  /** Those that are on: a modem that is disabled lets nobody in. */
  get wans(): readonly string[] {
    const off = this.router.interfaces.flatMap(({ name, disabled }) => (disabled ? [name] : []));
    return rolesOf(this.router).wans.filter(name => !off.includes(name));
  }

  get lans(): readonly string[] {
    return rolesOf(this.router).lans;
  }

  /** Is it a part of a configuration, of which the rest may say more? A whole export has a header. */
  get isPart(): boolean {
    return this.router.version.text === '';
  }

  /** Conversations from the LANs to the Internet, with their answers: every way of some packets from all over. */
  get talks(): readonly Talk[] {
    this.#talks ??= talksOf(this.well);
    return this.#talks;
  }
}

function talksOf(well: Prepared): Talk[] {
  const { classes } = somePacketClasses(well, mostTalks, direction => direction === 'lan-to-internet');
  return classes.flatMap(({ packet }) =>
    converseAll(well, packet).outcomes.map(({ result }) => ({ ...result, packet })),
  );
}
