import { semanticsOf } from '../model/index.ts';
import { printDuration } from '../net/index.ts';
import { argumentOf, type OutlineStatement, textOf } from '../rsc/index.ts';
import type { Work } from './work.ts';

/** What a line leaves out that means something else in the target is stated. */
export function stateDefaults(work: Work): void {
  for (const { menu, property, before, after } of defaultsOf(work)) {
    if (before === after) continue;
    for (const one of work.commands(menu)) {
      if (one.name !== 'add' || argumentOf(one, property) || isExtra(one, property)) continue;
      work.append(one, `${property}=${before}`);
    }
  }
}

interface Default {
  readonly menu: string;
  readonly property: string;
  readonly before: string;
  readonly after: string;
}

/** `netwatch` of another type than simple has paces of its own. */
function isExtra(one: OutlineStatement, property: string): boolean {
  const type = argumentOf(one, 'type');
  return property === 'timeout' && type !== undefined && textOf(type) !== 'simple';
}

function defaultsOf({ router, target }: Work): readonly Default[] {
  const [before, after] = [semanticsOf(router.version), semanticsOf(target)];
  const pair = (menu: string, property: string, text: (of: typeof before) => string): Default => ({
    menu,
    property,
    before: text(before),
    after: text(after),
  });
  const disabled = (of: typeof before) => (of.dhcpDisabled ? 'yes' : 'no');
  return [
    pair('/ip dhcp-client', 'disabled', disabled),
    pair('/ip dhcp-server', 'disabled', disabled),
    pair('/ip dhcp-server', 'lease-time', of => printDuration(of.leaseTime)),
    pair('/tool netwatch', 'interval', of => printDuration(of.netwatchInterval)),
    pair('/tool netwatch', 'timeout', of => printDuration(of.netwatchTimeout)),
  ];
}
