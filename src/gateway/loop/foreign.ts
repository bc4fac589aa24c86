import { foreignDrops } from '../../kernel/index.ts';
import { environmentTrouble, type Namespace } from '../../sys/index.ts';

/** Looks, now and whenever other tables have changed, whether one of them drops what we forward. */
export interface ForeignWatch {
  look(): void;
  stop(): void;
}

/** Other managers load their tables in many steps: the last one is waited for. */
const afterMs = 300;
/** They could not be read: a busy machine, no memory. */
const againMs = 10_000;

export function foreignWatch(
  ns: Namespace | undefined,
  onDrops: (drops: readonly string[]) => void,
  read: (ns: Namespace | undefined) => Promise<readonly string[]> = foreignDrops,
): ForeignWatch {
  let timer: NodeJS.Timeout | undefined;
  let open = true;
  const lookAfter = (ms: number): void => {
    clearTimeout(timer);
    if (open) timer = setTimeout(() => void look(), ms).unref();
  };
  let latest = 0;
  const look = async (): Promise<void> => {
    const mine = ++latest;
    try {
      const drops = await read(ns);
      // One that began later knows more, whichever is done first.
      if (open && mine === latest) onDrops(drops);
    } catch (error) {
      if (!environmentTrouble(error)) throw error;
      lookAfter(againMs);
    }
  };
  return {
    look: () => lookAfter(afterMs),
    stop() {
      open = false;
      clearTimeout(timer);
    },
  };
}
