import { hasRoom, type IpAddress, type Router, rolesOf } from '../../../model/index.ts';
import { networkOf, prefixContains } from '../../../net/index.ts';
import { lineOf } from '../../ask/lines.ts';
import type { Rule } from '../../rule.ts';

/** One network on two interfaces (docs/routeros.md#table-look-up). */
export const networksOverlap: Rule = {
  id: 'interfaces/networks-overlap',
  level: 'error',
  title: { en: `One network on two interfaces`, id: `Satu jaringan di dua interface` },
  why: {
    en: `The router looks for a host of that network behind one of the two only: the hosts behind the other one get no answers.`,
    id: `Router mencari host jaringan itu hanya di salah satu interface: host di interface lainnya tidak mendapat jawaban.`,
  },
  check({ router }) {
    if (router.vrfs.length > 0) return [];
    const shown = router.addresses.filter(
      item => !item.disabled && item.address.length < 32 && hasRoom(item),
    );
    return shown.flatMap((item, at) => {
      const other = shown.slice(0, at).find(one => areInConflict(router, one, item));
      return other
        ? {
            at: item,
            what: {
              en: `${networkOf(item.address)} on ${item.interface} overlaps ${networkOf(other.address)} on ${other.interface} (${lineOf(other.origin).en}).`,
              id: `${networkOf(item.address)} di ${item.interface} tumpang tindih dengan ${networkOf(other.address)} di ${other.interface} (${lineOf(other.origin).id}).`,
            },
            do: {
              en: 'Give each interface a network of its own, or join the two by a bridge.',
              id: 'Beri setiap interface jaringan sendiri, atau gabungkan keduanya dengan bridge.',
            },
            related: [{ at: other, text: { en: 'The other one.', id: 'Yang lainnya.' } }],
          }
        : [];
    });
  },
};

/** Two lines of one provider are another matter, and routers that stand in for each other share an address on purpose. */
function areInConflict(router: Router, one: IpAddress, other: IpAddress): boolean {
  const { wans } = rolesOf(router);
  if (one.interface === other.interface || isShared(router, one) || isShared(router, other)) return false;
  if (wans.includes(one.interface) && wans.includes(other.interface)) return false;
  // The very same address a second time: one of the two names of interfaces is wrong.
  if (one.address.address === other.address.address) return false;
  return (
    prefixContains(networkOf(one.address), other.address.address) ||
    prefixContains(networkOf(other.address), one.address.address)
  );
}

const isShared = ({ interfaces }: Router, item: IpAddress): boolean =>
  interfaces.some(
    one => one.name === item.interface && (one.disabled || one.origin.menu === '/interface vrrp'),
  );
