import { interfacesMeant, networkReached, type Router } from '../../../model/index.ts';
import { type Ipv4, type Ipv4Interface, networkOf, prefixContains } from '../../../net/index.ts';

/**
 * The address that a WAN has because `src-nat` gives it to what leaves there: nobody translates to an address that
 * answers would not come back to. Undefined where the gateway lies elsewhere, or the text states its network.
 */
export function translatedTo(router: Router, name: string, gateway?: Ipv4): Ipv4Interface | undefined {
  const address = router.firewall.ipv4.nat
    .filter(({ disabled, chain }) => !disabled && chain === 'srcnat')
    .flatMap(({ action, matchers }) => {
      const to = action.kind === 'src-nat' ? action.toAddresses : undefined;
      const isOut = matchers.some(
        one =>
          one.kind === 'out-interface' &&
          !one.negated &&
          interfacesMeant(router, one.interface).join() === name,
      );
      return isOut && to && to.from === to.to ? [to.from] : [];
    })[0];
  if (address === undefined) return undefined;
  const own: Ipv4Interface = { address, length: 24 };
  const isStated = router.addresses.some(
    item => !item.disabled && prefixContains(networkReached(item), address),
  );
  const isElsewhere = gateway !== undefined && !prefixContains(networkOf(own), gateway);
  return isStated || isElsewhere || address === gateway ? undefined : own;
}
