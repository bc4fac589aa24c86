import type { Item } from '../../model/index.ts';
import type { LinuxContext } from './context.ts';

/** Something that stands on an interface. */
interface OnInterface extends Item {
  readonly interface: string;
}

/** Does the machine have the interface? A world that names none is not asked (a plan away from any machine). */
export function isPresent({ world }: LinuxContext, name: string): boolean {
  const { interfaces } = world;
  return name === 'lo' || interfaces[name] !== undefined || Object.keys(interfaces).length === 0;
}

/** Enabled items whose interface exists. What it drops for want of an interface it says, as RouterOS flags it invalid. */
export function present<T extends OnInterface>(context: LinuxContext, items: readonly T[]): T[] {
  return items.filter(item => {
    if (item.disabled) return false;
    if (isPresent(context, item.interface)) return true;
    context.report(item.origin, {
      id: 'compile/no-such-interface',
      severity: 'warning',
      what: `There is no interface ${item.interface} here; this statement has no effect.`,
      do: 'Name an interface that exists, or add it.',
    });
    return false;
  });
}
