import { rehearsalFindings } from '../compile/index.ts';
import type { Program } from '../linux/index.ts';
import { requireTools } from '../sys/index.ts';
import { type Diagnostic, hasErrors } from '../text/index.ts';
import { type UnsupportedName, withoutSkipped } from '../walk/index.ts';
import { draft, type GatewayState, type RunConfig } from './core/index.ts';
import type { GatewayPort } from './loop/index.ts';

/** The programs that a gateway starts. */
const toolsOf = ({ tc, dhcpClients, dhcpServers, dns }: Program): readonly string[] => [
  'nft',
  ...(tc.length > 0 ? ['tc'] : []),
  ...(dhcpClients.length > 0 ? ['udhcpc', 'setpriv'] : []),
  ...(dhcpServers.length > 0 || dns ? ['dnsmasq', 'setpriv'] : []),
];

/**
 * Everything that speaks against running a configuration here: what we cannot do, and what the kernel would refuse.
 * Throws EnvironmentError where the machine lacks a program that it needs. Changes nothing.
 */
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
  requireTools(toolsOf(program));
  return [...diagnostics, ...rehearsalFindings(router, program.nft, port.rehearse(program.nft))];
}
