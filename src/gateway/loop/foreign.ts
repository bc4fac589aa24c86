import { foreignDrops } from '../../kernel/index.ts';
import type { Namespace } from '../../sys/index.ts';

/** Looks, now and whenever other tables have changed, whether one of them drops what we forward. */
export interface ForeignWatch {
  look(): void;
  stop(): void;
}

/** Other managers load their tables in many steps: the last one is waited for. */
const afterMs = 300;

export function foreignWatch(
  ns: Namespace | undefined,
  onDrops: (drops: readonly string[]) => void,
): ForeignWatch {
  let timer: NodeJS.Timeout | undefined;
  let open = true;
  return {
    look() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void foreignDrops(ns).then(drops => {
          if (open) onDrops(drops);
        });
      }, afterMs);
      timer.unref();
    },
    stop() {
      open = false;
      clearTimeout(timer);
    },
  };
}
