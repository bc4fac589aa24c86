import { type Link, type PortManager, portManagers } from '../../kernel/index.ts';
import { unlessRefused } from '../../sys/index.ts';

/** Looks from time to time whether other programs configure our interfaces; those that begin later are found as well. */
export interface ManagerWatch {
  /** These are ours. */
  set(names: readonly string[]): void;
  stop(): void;
}

const everyMs = 10_000;

export function managerWatch(
  links: () => readonly Link[],
  onManagers: (managers: readonly PortManager[]) => void,
): ManagerWatch {
  let ours: readonly string[] = [];
  // Where the kernel cannot be read now, it is with the next look.
  const look = (): void =>
    unlessRefused(() => {
      const all = links();
      const ports = all.filter(({ name }) => ours.includes(name));
      onManagers(portManagers(ports, all));
    });
  const timer = setInterval(look, everyMs);
  timer.unref();
  let first: NodeJS.Immediate | undefined;
  return {
    set(names) {
      const isFirst = ours.length === 0 && names.length > 0;
      ours = names;
      if (isFirst) first = setImmediate(look);
    },
    stop() {
      clearInterval(timer);
      clearImmediate(first);
    },
  };
}
