import type { Item } from '../model/index.ts';
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

/**
 * Enabled items whose interface exists. It says what it drops because the machine lacks an interface of the text;
 * of names that the text itself does not know, its reader has spoken.
 */
export function present<T extends OnInterface>(context: LinuxContext, items: readonly T[]): T[] {
  return items.filter(item => {
    if (item.disabled) return false;
    if (isPresent(context, item.interface)) return true;
    if (context.router.interfaces.some(({ name }) => name === item.interface)) reportAbsent(context, item);
    return false;
  });
}

function reportAbsent({ report }: LinuxContext, item: OnInterface): void {
  report(item.origin, {
    id: 'compile/no-such-interface',
    severity: 'warning',
    what: {
      en: `This machine has no interface ${item.interface}; this statement has no effect.`,
      id: `Mesin ini tidak punya interface ${item.interface}; perintah ini tidak berpengaruh.`,
    },
    do: {
      en: 'Name an interface that exists, or add it.',
      id: 'Sebutkan interface yang ada, atau tambahkan.',
    },
  });
}
