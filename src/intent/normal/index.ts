import type { Fault } from '../fault.ts';
import type { Stated } from '../schema/index.ts';
import type { Intent } from './intent.ts';
import { lansOf } from './lans-of.ts';
import { withProbes } from './probes.ts';
import { staticRoutesOf } from './routes-of.ts';
import { forwardsOf, queuesOf } from './rules-of.ts';
import { runOf } from './run-of.ts';
import { togetherFaults } from './together.ts';
import { wansOf } from './wans-of.ts';

export * from './intent.ts';
export { receiversOf } from './receivers-of.ts';

/** Name servers that answer everybody. */
const usualDns = ['1.1.1.1', '8.8.8.8'];
const usualPorts = [22];

/** What a file means, with nothing left open; or what contradicts itself in it. */
export function intentOf(stated: Stated): Intent | readonly Fault[] {
  const faults: Fault[] = [];
  const { dns = usualDns, balance = 'both-addresses', management, filters = ['closed-from-wan'] } = stated;
  const lines = wansOf(stated.wans, faults);
  const lans = lansOf(stated, faults);
  faults.push(...togetherFaults(lines, lans));
  const isChecked = stated.health !== 'none' && lines.length > 1;
  if (stated.health === 'none') faults.push(...uncheckedProbes(stated.wans));
  const wans = isChecked ? withProbes(lines, dns, faults) : lines.map(wan => ({ ...wan, probes: [] }));
  const around = { wans, lans, faults };
  const intent: Intent = {
    ...{ name: stated.name ?? 'gateway', wans, lans, dns, isChecked, local: stated.local ?? [] },
    classifier: classifierOf(balance),
    isClosed: filters.includes('closed-from-wan'),
    isAgainstWorms: filters.includes('wannacry'),
    management: management && { from: management.from, ports: management.ports ?? usualPorts },
    forwards: forwardsOf(stated.forwards, around),
    routes: staticRoutesOf(stated.routes, around),
    queues: queuesOf(stated.queues, around),
    run: runOf(stated, faults),
  };
  return faults.length > 0 ? faults : intent;
}

/** Buckets are those of the hash of both addresses. */
function classifierOf(balance: NonNullable<Stated['balance']>): string | undefined {
  if (balance === 'failover') return undefined;
  return balance === 'rendezvous' || balance === 'adaptive' ? 'both-addresses' : balance;
}

function uncheckedProbes(wans: Stated['wans']): Fault[] {
  return Object.entries(wans).flatMap(([name, wan]) =>
    typeof wan === 'string' || wan.probes === undefined
      ? []
      : [
          {
            ...{ path: ['wans', name, 'probes'], part: 'key' as const },
            what: {
              en: `${name} has probes, and health: none has nothing checked.`,
              id: `${name} punya probe, padahal dengan health: none tidak ada yang dicek.`,
            },
            do: { en: 'Take one of them away.', id: 'Hapus salah satunya.' },
          },
        ],
  );
}
