import { type FirewallRule, makeAddressListEntry, type Router } from '../../../../model/index.ts';
import { balancers, insteadOfPcc, type Method, type MethodPlace, withMangle } from './method.ts';

/** Static routing by address list: each client belongs to one ISP, in the same proportion as PCC's buckets. */
export const addressList: Method = {
  name: 'address-list',
  title: 'address lists',
  apply(router: Router, place: MethodPlace): Router {
    const rules = balancers(router);
    const marks = rules.map(markOf);
    const isFirst = (rule: FirewallRule): boolean =>
      rules.findIndex(other => markOf(other) === markOf(rule)) === rules.indexOf(rule);
    const mangle = router.firewall.ipv4.mangle.flatMap(rule => {
      if (!rules.includes(rule)) return [rule];
      const list = `via_${markOf(rule)}`;
      const lists = [{ kind: 'src-address-list' as const, list, negated: false }];
      return isFirst(rule) ? [insteadOfPcc(rule, lists)] : [];
    });
    const addressLists = [...router.addressLists, ...members(place, marks)];
    return { ...withMangle(router, mangle), addressLists };
  },
};

const markOf = ({ action }: FirewallRule): string => (action.kind === 'mark-connection' ? action.mark : '');

/** The clients dealt out over the buckets: with marks A, A, B and four clients three belong to A and one to B. */
function members({ clients }: MethodPlace, marks: readonly string[]) {
  return clients.map((address, index) => {
    const mark = marks[Math.floor(((index + 0.5) / clients.length) * marks.length)] ?? '';
    return makeAddressListEntry({
      list: `via_${mark}`,
      address: { kind: 'prefix', prefix: `${address}/32` },
    });
  });
}
