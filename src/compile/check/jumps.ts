import { type FirewallRule, firewallTables, type Router } from '../../model/index.ts';
import type { Finding } from '../../text/index.ts';
import type { LinuxContext } from '../context.ts';
import { perRouter } from '../per-router.ts';

/** Says which jumps go nowhere and which lead back to where they come from: the kernel refuses a table with a loop. */
export function checkJumps({ router, report }: LinuxContext): void {
  for (const { origin, finding } of wrongJumps(router)) report(origin, finding);
}

const wrongJumps = perRouter(router =>
  tablesOf(router).flatMap(rules =>
    rules.filter(jumps).flatMap(rule => {
      const { origin, action, chain } = rule;
      const loop = wayBack(rules, action.target, chain);
      if (loop) return [{ origin, finding: loopOf([chain, ...loop]) }];
      const isThere = rules.some(one => one.chain === action.target);
      return isThere ? [] : [{ origin, finding: nowhere(rule) }];
    }),
  ),
);

const loopOf = (chains: readonly string[]): Finding => ({
  id: 'compile/jump-loop',
  severity: 'error',
  what: {
    en: `This jump leads back into its own chain: ${chains.join(' → ')}.`,
    id: `Jump ini kembali ke chain-nya sendiri: ${chains.join(' → ')}.`,
  },
  why: {
    en: 'Linux refuses a table with a loop of jumps, whatever their conditions.',
    id: 'Linux menolak tabel yang jump-nya berputar, apa pun syaratnya.',
  },
  do: { en: 'Disable one of these jumps.', id: 'Nonaktifkan salah satu jump ini.' },
});

const nowhere = ({ action, table }: Jump): Finding => ({
  id: 'compile/jump-nowhere',
  severity: 'warning',
  what: {
    en: `This jump goes nowhere: chain '${action.target}' of ${table} has no enabled rule.`,
    id: `Jump ini tidak menuju ke mana pun: chain '${action.target}' di ${table} tidak punya aturan yang aktif.`,
  },
  why: {
    en: 'Packets go on with the next rule of their own chain.',
    id: 'Paket melanjutkan ke aturan berikutnya di chain-nya sendiri.',
  },
  do: {
    en: 'Compare the name with the chains of the table.',
    id: 'Bandingkan namanya dengan chain di tabel itu.',
  },
});

type Jump = FirewallRule & { readonly action: Extract<FirewallRule['action'], { readonly kind: 'jump' }> };

const jumps = (rule: FirewallRule): rule is Jump => rule.action.kind === 'jump';

const tablesOf = ({ firewall }: Router): FirewallRule[][] =>
  firewallTables.map(table => firewall.ipv4[table].filter(({ disabled }) => !disabled));

/** Chains by which `from` leads to `to`, both included; undefined where it does not. */
function wayBack(rules: readonly FirewallRule[], from: string, to: string): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const chain of before.keys()) {
    if (chain === to) return pathTo(before, chain);
    for (const rule of rules) {
      if (rule.chain !== chain || !jumps(rule) || before.has(rule.action.target)) continue;
      before.set(rule.action.target, chain);
    }
  }
  return undefined;
}

function pathTo(before: ReadonlyMap<string, string | undefined>, end: string): readonly string[] {
  const previous = before.get(end);
  return previous === undefined ? [end] : [...pathTo(before, previous), end];
}
