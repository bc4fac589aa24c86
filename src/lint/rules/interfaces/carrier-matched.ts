import { type FirewallRule, interfacesInFilter, type Router } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import type { Found, Rule } from '../../rule.ts';

/** A rule for a port whose packets come by another interface (docs/routeros.md#matchers). */
export const carrierMatched: Rule = {
  id: 'interfaces/carrier-matched',
  level: 'error',
  title: {
    en: `A rule for a port by which no IP packet comes`,
    id: `Aturan untuk port yang tidak dilalui paket IP`,
  },
  why: {
    en: `Packets of a bridge come in and leave by the bridge, those of a dialled line by the PPPoE interface, and in filter rules from RouterOS 7.14 on those of a VRF by its interface. A rule for the port below never matches.`,
    id: `Paket bridge masuk dan keluar lewat bridge, paket PPPoE lewat interface PPPoE, dan di filter sejak RouterOS 7.14 paket VRF lewat interface VRF. Aturan untuk port di bawahnya tidak pernah cocok.`,
  },
  check: ({ router }) => enabledRules(router).flatMap(rule => finding(router, rule)),
};

function finding(router: Router, rule: FirewallRule): Found[] {
  const asked = rule.matchers.flatMap(one =>
    (one.kind === 'in-interface' || one.kind === 'out-interface') && !one.negated ? [one] : [],
  );
  return asked.flatMap(({ kind, interface: name }) => {
    // A rule for some addresses may be for a modem, whose address the rest of the text has.
    const isForModem = rule.matchers.some(one => one.kind === 'dst-address');
    const carried =
      bridgeOf(router, name) ??
      (isForModem ? undefined : lineOn(router, name)) ??
      (rule.table === 'filter' ? vrfOf(router, name) : undefined);
    if (carried === undefined) return [];
    return [
      {
        at: rule,
        what: {
          en: `${kind}=${name} never matches: packets there come and go by ${carried}.`,
          id: `${kind}=${name} tidak pernah cocok: paketnya lewat ${carried}.`,
        },
        do: { en: `Write ${kind}=${carried}.`, id: `Tulis ${kind}=${carried}.` },
      },
    ];
  });
}

const bridgeOf = (router: Router, name: string): string | undefined =>
  router.bridgePorts.find(
    port =>
      port.interface === name &&
      !port.disabled &&
      router.interfaces.some(one => one.name === port.bridge && one.kind === 'bridge' && !one.disabled),
  )?.bridge;

/** The dialled line on a port that has no address of its own, for its modem. */
const lineOn = ({ interfaces, addresses, dhcpClients }: Router, name: string): string | undefined =>
  [...addresses, ...dhcpClients].some(item => item.interface === name && !item.disabled)
    ? undefined
    : interfaces.find(one => one.kind === 'pppoe-client' && one.parent === name && !one.disabled)?.name;

const vrfOf = (router: Router, name: string): string | undefined =>
  interfacesInFilter(router, name).length > 0
    ? undefined
    : router.vrfs.find(({ disabled, interfaces }) => !disabled && interfaces.includes(name))?.table;
