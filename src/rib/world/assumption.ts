import type { DoubtfulRole, Origin } from '../../model/index.ts';
import type { Lease } from './world.ts';

/** What of the world was taken for granted: `links` that run, a `lease`, a dialled `line`, gateways that `answer`, a port's `role`. */
export type AssumptionKind = 'links' | 'lease' | 'line' | 'answers' | 'role';

/** Something that neither the text nor the user nor the machine says, with the option that settles it. */
export interface WorldAssumption {
  /** The same in every run: `lease:ether1`. */
  readonly id: string;
  readonly kind: AssumptionKind;
  /** The statement that leaves it open. */
  readonly origin: Origin;
  /** One sentence. */
  readonly what: string;
  /** `--lease ether1=10.0.0.2/24,10.0.0.1`. */
  readonly settle: string;
}

/** `10.10.10.254/24,10.10.10.1`, as `--lease` takes it. */
export function leaseValue({ address: { address, length }, gateway }: Lease): string {
  const own = length === 32 ? address : `${address}/${length}`;
  return gateway === undefined ? own : `${own},${gateway}`;
}

/** `ether1 has 10.10.10.254/24, gateway 10.10.10.1`. */
export function leaseText(lease: Lease, far: 'gateway' | 'peer' = 'gateway'): string {
  const { interface: name, gateway } = lease;
  const [own] = leaseValue(lease).split(',');
  return `${name} has ${own}${gateway === undefined ? '' : `, ${far} ${gateway}`}`;
}

/** Every assumption about the world in the words that all commands use. */
export const assumed = {
  role: ({ role, reason, against, stated }: DoubtfulRole): WorldAssumption => ({
    id: `role:${reason.interface}`,
    kind: 'role',
    origin: reason.origin,
    what: `Assumed: ${reason.interface} is a ${role.toUpperCase()}. ${reason.what}${against ? ` But: ${against.what}` : ''}`,
    settle: `--${role} ${stated.join(',')}`,
  }),
  links: (origin: Origin, others: boolean): WorldAssumption => ({
    id: 'links',
    kind: 'links',
    origin,
    what: `Assumed: all ${others ? 'other ' : ''}interfaces running.`,
    settle: '--down <interface>',
  }),
  lease: (lease: Lease, origin: Origin): WorldAssumption => ({
    id: `lease:${lease.interface}`,
    kind: 'lease',
    origin,
    what: `Assumed: ${leaseText(lease)}, by DHCP.`,
    settle: `--lease ${lease.interface}=${leaseValue(lease)}`,
  }),
  line: (lease: Lease, origin: Origin): WorldAssumption => ({
    id: `line:${lease.interface}`,
    kind: 'line',
    origin,
    what: `Assumed: ${leaseText(lease, 'peer')}, from its provider.`,
    settle: `--lease ${lease.interface}=${leaseValue(lease)}`,
  }),
  answers: (origin: Origin, others: boolean): WorldAssumption => ({
    id: 'answers',
    kind: 'answers',
    origin,
    what: `Assumed: every ${others ? 'other ' : ''}gateway that is checked answers.`,
    settle: '--unreachable <gateway>',
  }),
};

/** What is known, in the words that all commands use. */
export const given = {
  seen: 'As on this machine now.',
  lease: (lease: Lease): string => `${leaseText(lease)}.`,
  bench: (lease: Lease): string => `${leaseText(lease)}, as topology.yaml says.`,
  down: (name: string): string => `${name} is unplugged.`,
  dead: (name: string): string => `Nothing behind ${name} answers, though its link is up.`,
  unreachable: (gateway: string): string => `${gateway} does not answer.`,
} as const;

/** An assumption as people read it. */
export const assumptionText = ({ what, settle }: WorldAssumption): string =>
  `${what.replace(/\.$/, '')} (say otherwise with ${settle}).`;
