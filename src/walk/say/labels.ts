import type { Router } from '../../model/index.ts';

/** What people call an interface: the comment on it or on its DHCP client, else the mark of what comes in by it. */
export function labelOf(router: Router, name: string): string {
  const stated = router.interfaces.find(item => item.name === name)?.comment ?? '';
  const client = router.dhcpClients.find(item => item.interface === name)?.comment ?? '';
  const label = [stated, client, markedName(router, name)].find(text => text !== '') ?? '';
  return label.length <= 20 ? label : '';
}

/** A rule that marks whatever comes in by an interface names it: `in-interface=ether1 … new-connection-mark=ISP1_conn`. */
function markedName({ firewall }: Router, name: string): string {
  const rule = firewall.ipv4.mangle.find(
    ({ action, matchers }) =>
      action.kind === 'mark-connection' &&
      !matchers.some(({ kind }) => kind === 'per-connection-classifier' || kind === 'nth') &&
      matchers.some(one => one.kind === 'in-interface' && one.interface === name && !one.negated),
  );
  return rule?.action.kind === 'mark-connection' ? rule.action.mark.replace(/[_-]?conn(ection)?$/i, '') : '';
}

/** `ISP2 (ether2)`, or `ether2` where nobody gave it a name. */
export function nameOf(router: Router, name: string): string {
  const label = labelOf(router, name);
  return label === '' || label === name ? name : `${label} (${name})`;
}

/** The interface that a person means by its name or by its label, in any case of letters. */
export function interfaceNamed(router: Router, names: readonly string[], word: string): string | undefined {
  const wanted = word.toLowerCase();
  return (
    names.find(name => name.toLowerCase() === wanted) ??
    names.find(name => labelOf(router, name).toLowerCase() === wanted)
  );
}
