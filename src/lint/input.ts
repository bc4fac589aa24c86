import { isVersionOpen } from '../model/index.ts';
import type { Ipv4Interface } from '../net/index.ts';
import { assumeWorld } from '../rib/index.ts';
import type { LintInput } from './lint.ts';

/** What a reader gives of a text. */
type AsRead = Pick<LintInput, 'router' | 'leaseRoutes' | 'diagnostics' | 'texts'>;

/**
 * What rules are asked of: a text as it was read, in the world that is assumed for it, and both readings where nothing
 * shows its version. `asOlder` reads it as RouterOS 6; absent where the user has said which version it is for.
 */
export function lintInput(
  read: AsRead,
  addresses: Readonly<Record<string, Ipv4Interface>>,
  asOlder?: () => AsRead,
): LintInput {
  const input = inWorld(read, addresses);
  const isOpen = asOlder !== undefined && isVersionOpen(read.router.version);
  return isOpen ? { ...input, asOlder: inWorld(asOlder(), addresses) } : input;
}

const inWorld = (
  { router, leaseRoutes, diagnostics, texts }: AsRead,
  addresses: Readonly<Record<string, Ipv4Interface>>,
): Omit<LintInput, 'asOlder'> => ({
  router,
  ...assumeWorld(router, { addresses }),
  leaseRoutes,
  diagnostics,
  texts,
});
