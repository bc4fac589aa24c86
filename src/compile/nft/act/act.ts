import { clipEnd } from '../../../linux/index.ts';
import { type Action, assertNever, type FirewallRule, isKeptAction } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import { addedSet } from '../address-list.ts';
import type { ChainIndex } from '../chain-index.ts';
import { quote } from '../condition.ts';
import { actChangeDscp, actChangeMss, actChangeTtl, actReject } from './change.ts';
import { type Effect, refused, statements } from './effect.ts';
import { actFastTrack } from './fast-track.ts';
import { actMark } from './mark.ts';
import { actMasquerade, actRedirect, actTranslate } from './nat.ts';

/** A rule's action in nft. A `passthrough=no` ends in `accept`, which leaves the hook even from a jumped chain. */
export function actionEffect(context: LinuxContext, chains: ChainIndex, rule: FirewallRule): Effect {
  const effect = bareEffect(context, chains, rule);
  const stops = 'passthrough' in rule.action && !rule.action.passthrough;
  if (effect.kind !== 'statements' || !stops) return effect;
  return statements(`${effect.text} ${chains.endOf(rule.table, rule.chain)}`);
}

function bareEffect(context: LinuxContext, chains: ChainIndex, rule: FirewallRule): Effect {
  const { action } = rule;
  if (isKeptAction(action))
    return refused({
      en: `action ${action.kind} has no counterpart in nftables`,
      id: `action ${action.kind} tidak punya padanan di nftables`,
    });
  switch (action.kind) {
    case 'accept':
      return statements(chains.endOf(rule.table, rule.chain));
    case 'drop':
    case 'return':
      return statements(action.kind);
    case 'tarpit':
      return statements('drop');
    case 'reject':
      return actReject(rule, action);
    case 'passthrough':
      return statements('');
    case 'log':
      return statements(logStatement(rule));
    case 'jump':
      return statements(`jump ${chains.nameOf(rule.table, action.target)}`);
    case 'notrack':
      return rule.table === 'raw'
        ? statements('notrack')
        : refused({ en: 'notrack works in table raw only', id: 'notrack hanya bekerja di tabel raw' });
    case 'fasttrack-connection':
      return actFastTrack(context.router, rule);
    case 'mark-connection':
      return actMark(context, 'connection', action.mark, chains.keeps);
    case 'mark-packet':
      return actMark(context, 'packet', action.mark);
    case 'mark-routing':
      return actMarkRouting(context, chains, rule, action.mark);
    case 'change-mss':
      return actChangeMss(action, chains.hooksOf(rule.table, rule.chain));
    case 'change-dscp':
      return actChangeDscp(action);
    case 'change-ttl':
      return actChangeTtl(action);
    case 'masquerade':
      return actMasquerade(rule, action);
    case 'redirect':
      return actRedirect(rule, action);
    case 'src-nat':
    case 'dst-nat':
    case 'netmap':
    case 'same':
      return actTranslate(rule, action);
    case 'add-src-to-address-list':
    case 'add-dst-to-address-list':
      return actAddToList(context, action);
    default:
      return assertNever(action);
  }
}

/** Marks only steer the routing decision, so RouterOS takes them in prerouting and output alone. */
function actMarkRouting(context: LinuxContext, chains: ChainIndex, rule: FirewallRule, mark: string): Effect {
  const late = chains
    .hooksOf(rule.table, rule.chain)
    .filter(hook => hook !== 'prerouting' && hook !== 'output');
  if (late.length > 0)
    return refused({
      en: `mark-routing in ${late.join(', ')} is after the routing decision`,
      id: `mark-routing di ${late.join(', ')} datang setelah keputusan routing`,
    });
  return actMark(context, 'routing', mark);
}

type AddToList = Extract<Action, { readonly kind: 'add-src-to-address-list' | 'add-dst-to-address-list' }>;

/** `update` and not `add`: seeing an address again starts its time-out anew. */
function actAddToList({ router }: LinuxContext, action: AddToList): Effect {
  const field = action.kind === 'add-src-to-address-list' ? 'ip saddr' : 'ip daddr';
  const timeout =
    action.timeout === undefined ? '' : ` timeout ${Math.max(1, Math.ceil(action.timeout / 1000))}s`;
  const verb = action.timeout === undefined ? 'add' : 'update';
  return statements(`${verb} @${addedSet(router, action.list)} { ${field}${timeout} }`);
}

/** nft's prefix holds 127 bytes; RouterOS separates prefix and packet by a colon. */
export function logStatement({ logPrefix }: FirewallRule): string {
  return logPrefix === '' ? 'log' : `log prefix ${quote(`${clipEnd(logPrefix, 120)}: `)}`;
}
