import { isDeviceName } from '../../../linux/index.ts';
import {
  type Aspect,
  type FirewallRule,
  matcherTraits,
  noOrigin,
  type Router,
  rolesOf,
  unmarked,
} from '../../../model/index.ts';
import type { Finding, Said } from '../../../text/index.ts';
import type { LinuxContext } from '../../context.ts';
import { markNumber } from '../../numbers.ts';
import { isAboutIn, namesOf } from '../by-interface/index.ts';
import type { Chain, ChainIndex } from '../chain-index.ts';

/** Which decisions of mangle prerouting are kept in the connection, so that its later packets pass the chain by. */
export interface Shortcut {
  /** Of packets that come in here; all rules treat these interfaces alike. */
  readonly interfaces: readonly string[];
  /** Number of a connection mark → number of the routing mark that it leads to. */
  readonly routing: ReadonlyMap<number, number>;
  /**
   * States of the connections that keep: where a rule asks for the state, only those that were answered, as it stays the same
   * from then on.
   */
  readonly states: 'established' | 'established,new';
  /** Does a rule that packets of marked connections meet tell ICMP errors about a connection from its own packets? */
  readonly seesErrors: boolean;
  /** The chain itself, and those that it jumps to. */
  readonly chains: readonly Chain[];
}

/** Undefined where nothing is kept; where it could be expected to be, the reason is reported. */
export function shortcutOf(context: LinuxContext, index: ChainIndex): Shortcut | undefined {
  const found = lookFor(context, index);
  if (!found) return undefined;
  const isKept = !('why' in found);
  context.report(noOrigin, {
    id: 'compile/kept',
    severity: 'info',
    ...(isKept ? said(found) : unsaid(found)),
  });
  return isKept ? found : undefined;
}

const said = ({ interfaces }: Shortcut): Pick<Finding, 'what' | 'why'> => ({
  what: {
    en: `Packets of established connections that came in by ${interfaces.join(', ')} are not asked by mangle prerouting again: the connection keeps the decision.`,
    id: `Paket koneksi established yang masuk lewat ${interfaces.join(', ')} tidak diperiksa lagi oleh mangle prerouting: koneksi menyimpan keputusannya.`,
  },
  why: {
    en: 'The counters of those rules show what was asked: the first packets of each connection, and all of those that a rule has to see.',
    id: 'Penghitung aturan itu menunjukkan yang diperiksa: paket pertama setiap koneksi, dan semua yang harus dilihat aturan.',
  },
});

const unsaid = ({ why }: NoShortcut): Pick<Finding, 'what'> => ({
  what: {
    en: `Every packet is asked by every rule of mangle prerouting: ${why.en}.`,
    id: `Setiap paket diperiksa setiap aturan mangle prerouting: ${why.id}.`,
  },
});

interface NoShortcut {
  /** As the end of a sentence. */
  readonly why: Said;
}

/** Undefined where there is nothing to shorten: no rule of mangle prerouting leads from a connection's mark to a route. */
function lookFor(context: LinuxContext, index: ChainIndex): Shortcut | NoShortcut | undefined {
  const chains = reachedFrom(index);
  const rules = chains.flatMap(chain => chain.rules);
  const routing = leads(context, rules);
  if (routing.size === 0) return undefined;
  if (context.options.plain) return { why: { en: 'it was asked for', id: 'diminta demikian' } };
  if (context.options.exactCounters)
    return { why: { en: 'counters are to be exact', id: 'penghitung harus tepat' } };
  if (context.router.settings.connectionTracking.enabled === 'no')
    return { why: { en: 'connections are not tracked', id: 'koneksi tidak dilacak' } };
  const shared = chains.find(({ chain }) =>
    index.hooksOf('mangle', chain).some(hook => hook !== 'prerouting'),
  );
  if (shared)
    return {
      why: {
        en: `chain ${shared.chain} is reached from elsewhere, too`,
        id: `chain ${shared.chain} juga dicapai dari tempat lain`,
      },
    };
  const interfaces = alike(context.router, rules);
  if (interfaces.length === 0) return { why: { en: 'no LAN is known', id: 'LAN tidak diketahui' } };
  const met = rules
    .filter(rule => sees(context.router, rule, interfaces))
    .flatMap(({ matchers }) => matchers);
  const asksState = met.some(({ kind }) => kind === 'connection-state');
  const seesErrors = !met.every(({ kind }) => sameForErrors.has(matcherTraits[kind].reads));
  return { interfaces, routing, chains, seesErrors, states: asksState ? 'established' : 'established,new' };
}

/** What an ICMP error has in common with the connection that it is about: it goes to who sent what failed. */
const sameForErrors: ReadonlySet<Aspect> = new Set<Aspect>([
  'in',
  'destination',
  'connection-mark',
  'routing-mark',
]);

function reachedFrom({ chains }: ChainIndex): readonly Chain[] {
  const mangle = chains.filter(({ table }) => table === 'mangle');
  const found = new Set(mangle.filter(({ chain }) => chain === 'prerouting'));
  // A set that grows while it is walked shows what was added, too.
  for (const { rules } of found) {
    const targets = rules.flatMap(({ action }) => (action.kind === 'jump' ? [action.target] : []));
    for (const chain of mangle) if (targets.includes(chain.chain)) found.add(chain);
  }
  return [...found];
}

/** The first rule decides for each connection mark; what another one makes of it is simply not kept. */
function leads({ marks }: LinuxContext, rules: readonly FirewallRule[]): ReadonlyMap<number, number> {
  const pairs = rules.flatMap(({ action, matchers }): (readonly [number, number])[] => {
    if (action.kind !== 'mark-routing') return [];
    const routing = markNumber(marks, 'routing', action.mark) ?? 0;
    return matchers.flatMap(matcher => {
      if (matcher.kind !== 'connection-mark' || matcher.negated) return [];
      const connection = markNumber(marks, 'connection', matcher.mark) ?? 0;
      return connection === 0 || routing === 0 ? [] : [[connection, routing] as const];
    });
  });
  return new Map(pairs.reverse());
}

/** The LANs that no rule tells from each other; where there are several such groups, the largest. */
function alike(router: Router, rules: readonly FirewallRule[]): readonly string[] {
  const asked = rules.flatMap(({ matchers }) => matchers.filter(isAboutIn));
  const groups = new Map<string, string[]>();
  for (const name of rolesOf(router).lans.filter(isDeviceName)) {
    const answers = asked.map(matcher => namesOf(router, matcher).includes(name)).join();
    groups.set(answers, [...(groups.get(answers) ?? []), name]);
  }
  return [...groups.values()].reduce((best, group) => (group.length > best.length ? group : best), []);
}

/** Can a rule match a packet from there whose connection has a mark? */
function sees(router: Router, { matchers }: FirewallRule, interfaces: readonly string[]): boolean {
  return matchers.every(matcher => {
    if (matcher.kind === 'connection-mark')
      return matcher.negated || !unmarked.connection.includes(matcher.mark);
    if (!isAboutIn(matcher)) return true;
    const names = namesOf(router, matcher);
    return interfaces.some(name => names.includes(name) !== matcher.negated);
  });
}
