import type { Engine, Router } from '../model/index.ts';
import type { Rib, World } from '../rib/index.ts';
import { compileLinux } from './compile.ts';
import type { LinuxOptions } from './context.ts';
import type { RuleChanges } from './rule-changes.ts';

/** Whose rules are walked: a RouterOS's, which are the text's, or those of our Linux program. */
export type Behaviour = 'routeros' | RuleChanges;

const makers: Readonly<Record<Engine, (...program: Parameters<typeof compileLinux>) => Behaviour>> = {
  routeros: () => 'routeros',
  linux: (...program) => {
    const { leftOut, guards, shares } = compileLinux(...program);
    return { leftOut, guards, shares };
  },
};

/** How an engine runs that router. The one way to prepare a walk as Linux: it compiles what `plan` prints. */
export function behaviourOf(
  engine: Engine,
  router: Router,
  rib: Rib,
  world: World,
  options: LinuxOptions = { seed: 0 },
): Behaviour {
  return makers[engine](router, rib, world, options);
}
