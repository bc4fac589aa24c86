import type { Sharing } from '../../compile/index.ts';
import type { IntentRun } from '../../intent/index.ts';
import type { Config } from '../../reading/index.ts';
import type { ChosenWorld } from './world.ts';

/**
 * How our Linux program divides connections; undefined: by PCC. As the user says, else as an intent does, else as the gateway here has it;
 * by the buckets and weights of this gateway, where it has some.
 */
export function sharingOf(
  balance: IntentRun['balance'],
  { config: { run }, sharing }: Pick<ChosenWorld, 'sharing'> & { readonly config: Pick<Config, 'run'> },
): Sharing | undefined {
  const asked = balance ?? run.balance ?? sharing?.balance ?? 'pcc';
  if (asked === 'pcc') return undefined;
  if (!sharing) return {};
  // Who asks for buckets asks for the weights of the text.
  const { before, weights } = sharing;
  return balance === 'buckets' ? { before } : { before, weights };
}
