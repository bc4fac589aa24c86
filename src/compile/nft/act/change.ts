import type { Action, FirewallRule } from '../../../model/index.ts';
import { fixedProtocol } from '../protocol.ts';
import { type Effect, refused, statements } from './effect.ts';

type Of<K extends Action['kind']> = Extract<Action, { readonly kind: K }>;

/** `action=change-mss`: nft, too, only ever lowers it. The route's MTU is known after the routing decision. */
export function actChangeMss({ mss }: Of<'change-mss'>, hooks: readonly string[]): Effect {
  if (mss !== 'clamp-to-pmtu') return statements(`tcp option maxseg size set ${mss}`);
  if (hooks.some(hook => hook === 'prerouting' || hook === 'input')) {
    return refused({
      en: 'clamp-to-pmtu needs the route, which is not known in prerouting and input',
      id: 'clamp-to-pmtu membutuhkan rute, yang belum diketahui di prerouting dan input',
    });
  }
  return statements('tcp option maxseg size set rt mtu');
}

/** `action=change-dscp`: priorities are not set on Linux, so none can be taken from there. */
export function actChangeDscp({ dscp }: Of<'change-dscp'>): Effect {
  return typeof dscp === 'string'
    ? refused({
        en: `new-dscp=${dscp} needs a priority, which Linux is not given`,
        id: `new-dscp=${dscp} membutuhkan prioritas, yang tidak diberikan ke Linux`,
      })
    : statements(`ip dscp set ${dscp}`);
}

/** `action=change-ttl`: nftables can set it, not count it up or down. */
export function actChangeTtl({ op, ttl }: Of<'change-ttl'>): Effect {
  return op === 'set'
    ? statements(`ip ttl set ${ttl}`)
    : refused({
        en: 'nftables can set a TTL, not change it by a step',
        id: 'nftables dapat mengisi TTL, tidak menaikkan atau menurunkannya',
      });
}

const tcp = 6;

const rejections: Readonly<Record<string, string>> = {
  'icmp-network-unreachable': 'icmp type net-unreachable',
  'icmp-host-unreachable': 'icmp type host-unreachable',
  'icmp-port-unreachable': 'icmp type port-unreachable',
  'icmp-protocol-unreachable': 'icmp type prot-unreachable',
  'icmp-network-prohibited': 'icmp type net-prohibited',
  'icmp-host-prohibited': 'icmp type host-prohibited',
  'icmp-admin-prohibited': 'icmp type admin-prohibited',
  'tcp-reset': 'tcp reset',
};

/** `action=reject reject-with=…`. A reset is for TCP: nft would let all else pass such a rule by, without a word. */
export function actReject(rule: FirewallRule, { with: answer }: Of<'reject'>): Effect {
  if (answer === 'tcp-reset' && fixedProtocol(rule) !== tcp)
    return refused({
      en: 'reject-with=tcp-reset needs protocol=tcp',
      id: 'reject-with=tcp-reset membutuhkan protocol=tcp',
    });
  const text = Object.hasOwn(rejections, answer) ? rejections[answer] : undefined;
  return text === undefined
    ? refused({ en: `reject-with=${answer} is not known`, id: `reject-with=${answer} tidak dikenal` })
    : statements(`reject with ${text}`);
}
