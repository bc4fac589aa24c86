import { isVersionOpen } from '../model/index.ts';
import { assumeWorld, type Known, type KnownWorld } from '../rib/index.ts';
import type { LintInput } from './lint.ts';

/** What a reader gives of a text. */
type AsRead = Pick<LintInput, 'router' | 'leaseRoutes' | 'diagnostics' | 'texts'>;

/** What is known of the world beside the text. */
export interface SaidOfWorld extends KnownWorld {
  /** The same as sentences say it. */
  readonly said?: readonly Known[] | undefined;
}

/**
 * What rules are asked of: a text as it was read, in the world that is assumed for it, and both readings where nothing
 * shows its version. `asOlder` reads it as RouterOS 6; absent where the user has said which version it is for.
 */
export function lintInput(read: AsRead, known: SaidOfWorld = {}, asOlder?: () => AsRead): LintInput {
  const input = inWorld(read, known);
  const isOpen = asOlder !== undefined && isVersionOpen(read.router.version);
  return isOpen ? { ...input, asOlder: inWorld(asOlder(), known) } : input;
}

const inWorld = (
  { router, leaseRoutes, diagnostics, texts }: AsRead,
  { said, ...known }: SaidOfWorld,
): Omit<LintInput, 'asOlder'> => ({
  router,
  ...assumeWorld(router, known),
  known,
  said,
  leaseRoutes,
  diagnostics,
  texts,
});
