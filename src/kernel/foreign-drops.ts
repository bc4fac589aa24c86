import { nftTable } from '../linux/index.ts';
import { type Namespace, runAsync } from '../sys/index.ts';

/** The parts of `nft -j -t list ruleset` (libnftables-json(5)) that are read. */
interface Listing {
  readonly nftables: readonly { readonly chain?: ChainRow; readonly rule?: RuleRow }[];
}
interface Placed {
  readonly family: string;
  readonly table: string;
}
interface ChainRow extends Placed {
  readonly name: string;
  readonly hook?: string;
  readonly policy?: string;
}
interface RuleRow extends Placed {
  readonly chain: string;
  readonly comment?: string;
  readonly expr: readonly Readonly<Record<string, unknown>>[];
}

/**
 * What other tables do to everything that is forwarded: a packet has to be accepted by each of them, so one that drops what
 * it does not know (the FORWARD policy of Docker and ufw, the last reject of firewalld) lets nothing of ours through.
 */
export async function foreignDrops(ns?: Namespace): Promise<readonly string[]> {
  const { code, stdout } = await runAsync(['nft', '-j', '-t', 'list', 'ruleset'], { ns, allowFailure: true });
  return code === 0 && stdout !== '' ? dropsIn(stdout) : [];
}

/**
 * The same from a listing: a sentence's subject each, `chain FORWARD of table ip filter: policy drop`, with who made it where
 * that shows.
 */
export function dropsIn(listing: string): readonly string[] {
  const { nftables } = JSON.parse(listing) as Listing;
  const rules = nftables.flatMap(({ rule }) => rule ?? []);
  const chains = nftables.flatMap(({ chain }) => chain ?? []);
  return chains.flatMap(chain => {
    if (chain.hook !== 'forward' || !seesIpv4(chain) || isOurs(chain)) return [];
    const own = rules.filter(rule => isIn(rule, chain));
    const last = own.find(isUnconditional);
    const makers = makersOf(chain, chains);
    const by = makers.length === 0 ? '' : ` (${makers.join(', ')})`;
    const name = `chain ${chain.name} of table ${chain.family} ${chain.table}${by}`;
    if (last && verdictOf(last) !== 'accept') return [`${name}: ${verdictOf(last)} without a condition`];
    return !last && chain.policy === 'drop' ? [`${name}: policy drop`] : [];
  });
}

/** Who names tables or chains so. */
const makers: readonly (readonly [RegExp, string])[] = [
  [/^DOCKER/, 'Docker'],
  [/^ufw-/, 'ufw'],
  [/^firewalld$/, 'firewalld'],
  [/^LIBVIRT_/, 'libvirt'],
  [/^KUBE-/, 'Kubernetes'],
];

/** Of the programs that share a table each one that has chains there. */
function makersOf({ family, table }: Placed, chains: readonly ChainRow[]): readonly string[] {
  const there = chains.filter(one => one.family === family && one.table === table).map(({ name }) => name);
  return makers.filter(([sign]) => [table, ...there].some(name => sign.test(name))).map(([, name]) => name);
}

const seesIpv4 = ({ family }: Placed): boolean => family === 'ip' || family === 'inet';

const isOurs = ({ family, table }: Placed): boolean => family === 'inet' && table === nftTable;

const isIn = (rule: RuleRow, chain: ChainRow): boolean =>
  rule.family === chain.family && rule.table === chain.table && rule.chain === chain.name;

const verdicts = ['accept', 'drop', 'reject'] as const;

const verdictOf = ({ expr }: RuleRow): (typeof verdicts)[number] | undefined =>
  verdicts.find(verdict => expr.some(part => verdict in part));

/** A verdict behind nothing but counters and logs. */
const isUnconditional = (rule: RuleRow): boolean =>
  verdictOf(rule) !== undefined &&
  rule.expr.every(part => Object.keys(part).every(key => ['counter', 'log', ...verdicts].includes(key)));
