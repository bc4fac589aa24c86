import type { Action, FirewallRule } from '../../../model/index.ts';
import {
  type Ipv4Prefix,
  ipv4ToNumber,
  isIpv4Prefix,
  type PortRange,
  prefixRange,
} from '../../../net/index.ts';
import { fixedProtocol, portKeyword } from '../protocol.ts';
import { type Effect, refused, statements } from './effect.ts';

type Of<K extends Action['kind']> = Extract<Action, { readonly kind: K }>;
type Translation = Of<'src-nat' | 'dst-nat' | 'netmap' | 'same'>;

/** `action=masquerade`. */
export function actMasquerade(rule: FirewallRule, { toPorts }: Of<'masquerade'>): Effect {
  if (toPorts && !hasPorts(rule)) return refused(needsProtocol);
  return statements(toPorts ? `masquerade to ${portText(toPorts)}` : 'masquerade');
}

/** `action=redirect to-ports=53`: to the router itself. */
export function actRedirect(rule: FirewallRule, { toPorts }: Of<'redirect'>): Effect {
  if (toPorts && !hasPorts(rule)) return refused(needsProtocol);
  return statements(toPorts ? `redirect to ${portText(toPorts)}` : 'redirect');
}

/** `src-nat`, `dst-nat`, `same` (each client keeps its address of the range) and `netmap` (1:1; of one address all go there). */
export function actTranslate(rule: FirewallRule, action: Translation): Effect {
  const to = action.toAddresses;
  if (action.kind === 'netmap' && to?.from !== to?.to) return netmap(rule, action);
  const isOfDestination = action.kind === 'netmap' ? isIncoming(rule) : action.kind === 'dst-nat';
  const verb = isOfDestination ? 'dnat' : 'snat';
  const target = addressText(action);
  if (action.toPorts && !hasPorts(rule)) return refused(needsProtocol);
  if (target === '' && !action.toPorts)
    return refused({
      en: 'it says no address to translate to',
      id: 'tidak menyebut alamat tujuan translasi',
    });
  const family = target === '' ? '' : ' ip';
  const suffix = action.kind === 'same' ? ' persistent' : '';
  return statements(
    `${verb}${family} to ${target}${action.toPorts ? portText(action.toPorts) : ''}${suffix}`,
  );
}

const needsProtocol = {
  en: 'to-ports needs protocol=tcp or udp',
  id: 'to-ports membutuhkan protocol=tcp atau udp',
};

/** Ports can be translated only where the rule says which protocol has them. */
function hasPorts(rule: FirewallRule): boolean {
  return portKeyword(fixedProtocol(rule)) !== undefined;
}

function addressText({ toAddresses }: Translation): string {
  if (!toAddresses || toAddresses.from === '0.0.0.0') return '';
  const { from, to } = toAddresses;
  return from === to ? from : `${from}-${to}`;
}

const portText = ({ from, to }: PortRange): string => (from === to ? `:${from}` : `:${from}-${to}`);

const isIncoming = ({ chain }: FirewallRule): boolean => chain !== 'srcnat';

/** Needs a network of the same size to map from, which nft writes as a prefix map. */
function netmap(rule: FirewallRule, action: Translation): Effect {
  const incoming = isIncoming(rule);
  const field = incoming ? 'daddr' : 'saddr';
  const from = mappedNetwork(rule, incoming ? 'dst-address' : 'src-address');
  const to = action.toAddresses;
  if (!from || !to)
    return refused({
      en: `netmap needs ${incoming ? 'dst' : 'src'}-address and to-addresses`,
      id: `netmap membutuhkan ${incoming ? 'dst' : 'src'}-address dan to-addresses`,
    });
  if (action.toPorts)
    return refused({
      en: 'netmap of a network leaves the ports as they are',
      id: 'netmap sebuah jaringan membiarkan port apa adanya',
    });
  const bounds = prefixRange(from);
  const size = ipv4ToNumber(to.to) - ipv4ToNumber(to.from);
  if (size !== bounds.to - bounds.from)
    return refused({ en: 'its two networks differ in size', id: 'kedua jaringannya berbeda ukuran' });
  const target = `${to.from}/${from.split('/')[1]}`;
  return statements(`${incoming ? 'dnat' : 'snat'} ip prefix to ip ${field} map { ${from} : ${target} }`);
}

function mappedNetwork(rule: FirewallRule, kind: 'src-address' | 'dst-address'): Ipv4Prefix | undefined {
  const matcher = rule.matchers.find(m => m.kind === kind && !m.negated);
  if (matcher?.kind !== kind || matcher.address.kind !== 'prefix') return undefined;
  return isIpv4Prefix(matcher.address.prefix) ? matcher.address.prefix : undefined;
}
