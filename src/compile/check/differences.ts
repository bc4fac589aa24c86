import { isDeviceName } from '../../linux/index.ts';
import {
  evaluationOrder,
  type FirewallRule,
  firewallTables,
  isCounting,
  mainTable,
  noOrigin,
  type Origin,
  type Router,
  type RoutingRule,
  rolesOf,
  type Semantics,
  semanticsOf,
} from '../../model/index.ts';
import { type Finding, type InEveryLanguage, inEvery } from '../../text/index.ts';
import type { LinuxContext } from '../context.ts';
import { perRouter } from '../per-router.ts';

/** What a text has for which Linux differs from its RouterOS: where, what, and what comes of it. */
interface Difference extends Finding {
  readonly at: Origin;
}

type Check = (router: Router, here: Semantics, linux: Semantics) => Difference | undefined;

/**
 * Differences of the record (model/semantics.ts) that could send a packet of this text elsewhere than its router does,
 * each said once and only where the text has what it is about. FastTrack, marks before `local` and what cannot be
 * compiled have findings of their own.
 */
export function checkDifferences({ router, report }: LinuxContext): void {
  for (const found of differencesOf(router)) report(found.at, found);
}

const differencesOf = perRouter((router): readonly Difference[] => {
  const [here, linux] = [semanticsOf(router.version), semanticsOf(router.version, 'linux')];
  return checks.flatMap(check => check(router, here, linux) ?? []);
});

function first({ firewall }: Router, holds: (rule: FirewallRule) => boolean): Origin | undefined {
  for (const table of firewallTables) {
    const found = firewall.ipv4[table].find(rule => !rule.disabled && holds(rule));
    if (found) return found.origin;
  }
  return undefined;
}

const orderText: InEveryLanguage<(order: string) => string> = {
  en: order => `That is ${order}.`,
  id: order => `Urutannya ${order}.`,
};

const order: Check = ({ settings }, here, linux) => {
  const { routing, stated: menus } = settings;
  const stated = routing.properties['policy-rules'];
  if (!here.policyRulesSetting || stated === undefined || stated === linux.policyRules.join(','))
    return undefined;
  return {
    at: menus['/routing settings']?.origin ?? noOrigin,
    id: 'compile/policy-rules',
    severity: 'warning',
    what: {
      en: `policy-rules=${stated} is not carried out: Linux asks in a fixed order.`,
      id: `policy-rules=${stated} tidak dijalankan: di Linux urutannya tetap.`,
    },
    why: inEvery(language => orderText[language](linux.policyRules.join(','))),
  };
};

/** v7 alone goes past the routing rules with it (docs/routeros.md#table-look-up). */
const mainMark: Check = (router, here, linux) => {
  const isAsked = ({ disabled, table }: RoutingRule) => !disabled && table !== mainTable;
  if (here.mainIsMark === linux.mainIsMark || !router.routingRules.some(isAsked)) return undefined;
  const at = first(router, ({ action }) => action.kind === 'mark-routing' && action.mark === mainTable);
  return (
    at && {
      at,
      id: 'compile/main-mark',
      severity: 'warning',
      what: {
        en: 'new-routing-mark=main only takes the mark away on Linux.',
        id: 'new-routing-mark=main di Linux hanya menghapus mark.',
      },
      why: {
        en: 'Routing rules are asked then, where RouterOS 7 goes to main past them.',
        id: 'Setelah itu routing rule diperiksa, padahal RouterOS 7 langsung ke main tanpa memeriksanya.',
      },
    }
  );
};

const reroute: Check = (router, here, linux) => {
  const marks = first(router, ({ chain, action }) => chain === 'output' && action.kind === 'mark-routing');
  const at = first(router, ({ table, chain }) => table === 'nat' && chain === 'output');
  if (here.reroute === linux.reroute || !marks || !at) return undefined;
  return {
    at,
    id: 'compile/reroute',
    severity: 'info',
    what: {
      en: 'Linux routes a packet of the router itself again behind mangle output and behind this rule; RouterOS once, behind both.',
      id: 'Linux merutekan ulang paket milik router sendiri setelah mangle output dan setelah aturan ini; RouterOS sekali, setelah keduanya.',
    },
    why: {
      en: 'Rules of filter and nat output see another out-interface here where both change a packet.',
      id: 'Aturan filter dan nat output di sini melihat out-interface lain bila keduanya mengubah paket.',
    },
  };
};

const broadcast: Check = (router, here, linux) => {
  if (here.networkAddressIsBroadcast === linux.networkAddressIsBroadcast) return undefined;
  const isAbout = ({ matchers }: FirewallRule) =>
    matchers.some(one => one.kind === 'dst-address-type' && one.types.includes('broadcast'));
  const at = first(router, isAbout);
  return (
    at && {
      at,
      id: 'compile/broadcast',
      severity: 'info',
      what: {
        en: 'The first address of a network is no broadcast address on Linux, as it is on RouterOS.',
        id: 'Alamat pertama sebuah jaringan bukan alamat broadcast di Linux, berbeda dengan RouterOS.',
      },
    }
  );
};

const hash: Check = (router, here, linux) => {
  const isSame = here.pccBucket === linux.pccBucket && here.pccSeed === linux.pccSeed;
  const at = first(router, ({ matchers }) =>
    matchers.some(({ kind }) => kind === 'per-connection-classifier'),
  );
  if (isSame || !at) return undefined;
  return {
    at,
    id: 'compile/pcc-hash',
    severity: 'info',
    what: {
      en: 'PCC hashes otherwise on Linux: a connection may get another WAN than on the router; the shares are the same.',
      id: 'Hash PCC di Linux lain: sebuah koneksi dapat memperoleh WAN lain daripada di router; pembagiannya sama.',
    },
  };
};

/** nth stands before PCC and random in RouterOS's order: there it counts what those refuse (docs/routeros.md#matcher-order). */
const counting: Check = (router, here, linux) => {
  const at = first(router, ({ matchers }) => {
    if (!matchers.some(isCounting)) return false;
    const inOrder = evaluationOrder(matchers);
    const place = inOrder.findIndex(isCounting);
    return place >= 0 && inOrder.slice(place + 1).some(one => !isCounting(one));
  });
  if (here.countsLast === linux.countsLast || !at) return undefined;
  return {
    at,
    id: 'compile/counts-last',
    severity: 'warning',
    what: {
      en: 'This rule counts the packets that all its other conditions take; RouterOS also those that its later conditions refuse.',
      id: 'Aturan ini menghitung paket yang cocok dengan semua syarat lainnya; RouterOS juga menghitung yang ditolak syarat sesudahnya.',
    },
  };
};

const moved: Check = (router, here, linux) => {
  const wans = rolesOf(router).wans.filter(isDeviceName);
  if (here.dropsMovedMasquerade === linux.dropsMovedMasquerade || wans.length < 2) return undefined;
  const at = first(router, ({ action }) => action.kind === 'masquerade');
  return (
    at && {
      at,
      id: 'compile/moved-masquerade',
      severity: 'info',
      what: {
        en: 'When a route moves to another WAN, Linux forgets its masqueraded connections; RouterOS 6 goes on with their old source.',
        id: 'Bila rute pindah ke WAN lain, Linux melupakan koneksi masquerade-nya; RouterOS 6 melanjutkannya dengan alamat sumber lama.',
      },
    }
  );
};

const checks: readonly Check[] = [order, mainMark, reroute, broadcast, hash, counting, moved];
