import { type Action, type FirewallRule, isKeptAction, type Matcher, type Router } from '../model/index.ts';

/**
 * Rules whose match changes nothing that a later rule, a queue or the way of any packet could show: it need not be
 * known whether they match. Logging, counting, marks and lists that nobody reads, jumps into chains of such rules,
 * leaving a chain in which nothing but such rules follows.
 */
export function idleRules(rules: readonly FirewallRule[], router: Router): ReadonlySet<FirewallRule> {
  // What only idle rules ask for is as good as asked by nobody: begun with nobody asking.
  let idle: ReadonlySet<FirewallRule> = new Set(rules);
  for (;;) {
    const asking = rules.filter(rule => !idle.has(rule));
    const fewer = idleAmong(rules, whatIsRead(asking, router));
    if (fewer.size === idle.size) return idle;
    idle = fewer;
  }
}

function idleAmong(rules: readonly FirewallRule[], read: Read): ReadonlySet<FirewallRule> {
  const chains = new Map<string, FirewallRule[]>();
  for (const rule of rules) {
    const chain = chains.get(chainOf(rule));
    if (chain) chain.push(rule);
    else chains.set(chainOf(rule), [rule]);
  }
  const idle = new Set<FirewallRule>();
  const done = new Set<string>();
  const search = (chain: string): void => {
    if (done.has(chain)) return;
    done.add(chain);
    let restIsIdle = true;
    for (const rule of [...(chains.get(chain) ?? [])].reverse()) {
      const target = rule.action.kind === 'jump' ? `${rule.table} ${rule.action.target}` : undefined;
      if (target !== undefined) search(target);
      const targetIsIdle = (chains.get(target ?? '') ?? []).every(one => idle.has(one));
      if (isIdle(rule, read, restIsIdle, targetIsIdle)) idle.add(rule);
      else restIsIdle = false;
    }
  };
  for (const chain of chains.keys()) search(chain);
  return idle;
}

const chainOf = ({ table, chain }: FirewallRule): string => `${table} ${chain}`;

/** What the rest of the configuration asks for. */
interface Read {
  readonly connectionMarks: boolean;
  readonly packetMarks: boolean;
  readonly dscp: boolean;
  readonly mss: boolean;
  readonly lists: ReadonlySet<string>;
}

function whatIsRead(rules: readonly FirewallRule[], { simpleQueues, queueTrees }: Router): Read {
  const matchers = rules.flatMap(rule => rule.matchers);
  const asks = (kind: Matcher['kind']): boolean => matchers.some(matcher => matcher.kind === kind);
  const queues = [...simpleQueues, ...queueTrees].filter(({ disabled }) => !disabled);
  return {
    connectionMarks: asks('connection-mark'),
    packetMarks: asks('packet-mark') || queues.some(({ packetMarks }) => packetMarks.length > 0),
    dscp: asks('dscp'),
    mss: asks('tcp-mss'),
    lists: new Set(matchers.flatMap(matcher => listOf(matcher))),
  };
}

function listOf(matcher: Matcher): string[] {
  return matcher.kind === 'src-address-list' || matcher.kind === 'dst-address-list' ? [matcher.list] : [];
}

function isIdle(rule: FirewallRule, read: Read, restIsIdle: boolean, targetIsIdle: boolean): boolean {
  const { action, matchers } = rule;
  // Its bucket is shared with the rules of its family: who asks first decides for all.
  if (matchers.some(({ kind }) => kind === 'per-connection-classifier')) return false;
  if ('passthrough' in action)
    return hasNoReader(action, read) && (action.passthrough || ends(rule, restIsIdle));
  switch (action.kind) {
    case 'log':
    case 'passthrough':
      return true;
    case 'jump':
      return targetIsIdle;
    case 'return':
      return restIsIdle;
    case 'accept':
      return ends(rule, restIsIdle);
    case 'add-src-to-address-list':
    case 'add-dst-to-address-list':
      return !read.lists.has(action.list);
    default:
      return isKeptAction(action);
  }
}

/** Leaving a hook early matters where something follows; from a chain that was jumped to it leaves the callers, too. */
const ends = ({ chain }: FirewallRule, restIsIdle: boolean): boolean => restIsIdle && baseChains.has(chain);

const baseChains: ReadonlySet<string> = new Set([
  'prerouting',
  'input',
  'forward',
  'output',
  'postrouting',
  'srcnat',
  'dstnat',
]);

function hasNoReader(action: Extract<Action, { readonly passthrough: boolean }>, read: Read): boolean {
  switch (action.kind) {
    case 'mark-connection':
      return !read.connectionMarks;
    case 'mark-packet':
      return !read.packetMarks;
    case 'change-dscp':
      return !read.dscp;
    case 'change-mss':
      return !read.mss;
    default:
      return isKeptAction(action);
  }
}
