import { speakAlike } from '../model/index.ts';
import { argumentOf, type OutlineStatement } from '../rsc/index.ts';
import { isProtocol } from './targets.ts';
import type { Work } from './work.ts';

/** Statements of a text that no walk decides anything by. */
export interface Unwalked {
  readonly what: 'ipv6' | 'routing-protocols';
  readonly statements: number;
  /** They stand as they stood, and both versions do the same by them. */
  readonly alike: boolean;
}

/** What the check cannot compare: packets are of IPv4, and routes that others announce are not known. */
export function unwalked(work: Work, isKept: (one: OutlineStatement) => boolean): readonly Unwalked[] {
  const own = work.outline.statements.filter(({ isTop, kind }) => isTop && kind === 'command');
  const isOther = !speakAlike(work.router.version, work.target);
  const ipv6 = own.filter(({ menu }) => isIpv6(menu));
  const protocols = own.filter(({ menu }) => isProtocol(menu) && !isIpv6(menu));
  const all: readonly Unwalked[] = [
    {
      what: 'ipv6',
      statements: ipv6.length,
      alike: ipv6.every(one => isKept(one) && !(isOther && decidesElsewise(one))),
    },
    {
      what: 'routing-protocols',
      statements: protocols.length,
      alike: !isOther && protocols.every(isKept),
    },
  ];
  return all.filter(({ statements }) => statements > 0);
}

const isIpv6 = (menu: string): boolean => menu === '/ipv6' || menu.startsWith('/ipv6 ');

/** Routes, default routes of leases and routing marks: RouterOS 6 and 7 choose among them in different ways. */
const decidesElsewise = (one: OutlineStatement): boolean =>
  one.menu === '/ipv6 route' ||
  argumentOf(one, 'add-default-route') !== undefined ||
  argumentOf(one, 'new-routing-mark') !== undefined;
