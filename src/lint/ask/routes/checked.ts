import { mainTable } from '../../../model/index.ts';
import { isIpv4, prefixContains } from '../../../net/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { type Mend, set } from '../../fix/change.ts';
import type { Subject } from '../../subject.ts';

/** Is its gateway watched: itself, or what it is resolved through (docs/routeros.md#check-gateway)? */
export function isChecked(subject: Pick<Subject, 'well'>, route: RibRoute, depth = 4): boolean {
  if (route.checkGateway !== 'none' || route.gateways.some(({ check }) => check !== undefined)) return true;
  if (depth === 0) return false;
  return route.gateways.some(({ text }) =>
    waysTo(subject, text).some(way => isChecked(subject, way, depth - 1)),
  );
}

/** Does a stated route lead to one of its gateways, or would it if its own gateway were known? */
export const isRecursive = (subject: Pick<Subject, 'well'>, { gateways }: RibRoute): boolean =>
  gateways.some(
    ({ text, recursive, state }) => recursive || (state === 'unresolved' && waysTo(subject, text).length > 0),
  );

/** Stated routes of main that lead to an address, but the default ones. */
export function waysTo({ well }: Pick<Subject, 'well'>, text: string): RibRoute[] {
  const address = text.split('%')[0] ?? '';
  if (!isIpv4(address)) return [];
  return well.rib.routes.filter(
    ({ destination, disabled, source, table }) =>
      !disabled &&
      source === 'static' &&
      table === mainTable &&
      !/\/[01]$/.test(destination) &&
      prefixContains(destination, address),
  );
}

/** Does a script of the text watch over lines, by netwatch, a scheduler or a lease? */
export function isScripted({ router }: Pick<Subject, 'router'>): boolean {
  const texts = [
    ...router.netwatch.filter(({ disabled }) => !disabled).map(one => one.downScript + one.upScript),
    ...router.plain
      .filter(
        ({ menu, disabled }) => !disabled && (menu === '/system scheduler' || menu === '/system script'),
      )
      .flatMap(({ properties }) => [properties['on-event'] ?? '', properties['source'] ?? '']),
  ];
  return texts.some(text => /route|dhcp-client|netwatch|ping/.test(text)) || hasScheduledScript(router);
}

/** A scheduler that runs a script which the text does not have. */
export function hasScheduledScript({ plain }: Subject['router']): boolean {
  const own = plain
    .filter(({ menu }) => menu === '/system script')
    .map(({ properties }) => properties['name']);
  return plain.some(({ menu, disabled, properties }) => {
    const event = (properties['on-event'] ?? '').trim();
    return menu === '/system scheduler' && !disabled && /^[\w-]+$/.test(event) && !own.includes(event);
  });
}

/** Each of these routes asks its gateway; not where leases or dialled lines bring one. */
export function checkedByPing(routes: readonly RibRoute[]): Mend | undefined {
  if (routes.some(({ source }) => source !== 'static')) return undefined;
  return {
    changes: routes.map(route => set(route, 'check-gateway', 'ping')),
    isSafe: false,
    note: {
      en: 'A gateway that answers no ping is taken for dead from then on: try it first.',
      id: 'Gateway yang tidak menjawab ping lalu dianggap mati: coba dulu.',
    },
  };
}
