import { rehearsalFindings } from '../compile/index.ts';
import { type Diagnostic, hasErrors } from '../text/index.ts';
import { type UnsupportedName, withoutSkipped } from '../walk/index.ts';
import { draft, type GatewayState, type RunConfig } from './core/index.ts';
import type { GatewayPort } from './loop/index.ts';

/** Everything that speaks against running a configuration here: what we cannot do, and what the kernel would refuse. */
export function objections(
  state: GatewayState,
  config: RunConfig,
  port: Pick<GatewayPort, 'rehearse'>,
  skipped: readonly UnsupportedName[] | undefined,
): readonly Diagnostic[] {
  const { decision, diagnostics: found } = draft(state, config);
  const diagnostics = withoutSkipped(found, skipped);
  if (hasErrors(diagnostics)) return diagnostics;
  const { router, program } = decision;
  return [...diagnostics, ...rehearsalFindings(router, program.nft, port.rehearse(program.nft))];
}
