import { rehearsalFindings } from '../../compile/index.ts';
import type { Program } from '../../linux/index.ts';
import type { World } from '../../rib/index.ts';
import { requireTools } from '../../sys/index.ts';
import { hasErrors } from '../../text/index.ts';
import { type UnsupportedName, withoutSkipped } from '../../walk/index.ts';
import { type Draft, draft, type GatewayState, type RunConfig } from '../core/index.ts';
import type { GatewayPort } from '../loop/index.ts';

/** The programs that a gateway starts. */
const toolsOf = (
  { tc, dhcpClients, dhcpServers, dns, pppoe = [] }: Program,
  { interfaces }: World,
): readonly string[] => [
  'nft',
  ...(tc.length > 0 ? ['tc'] : []),
  ...(dhcpClients.length > 0 ? ['udhcpc', 'setpriv'] : []),
  // Of a device that is there already somebody else has made a line.
  ...(pppoe.some(line => interfaces[line.interface] === undefined) ? ['pppd'] : []),
  ...(dhcpServers.length > 0 || dns ? ['dnsmasq', 'setpriv'] : []),
];

/**
 * What a configuration would be here, with everything that speaks against running it: what we cannot do, and what the kernel
 * would refuse. Throws EnvironmentError where the machine lacks a program that it needs. Changes nothing.
 */
export function checkedDraft(
  state: GatewayState,
  config: RunConfig,
  port: Pick<GatewayPort, 'rehearse'>,
  skipped: readonly UnsupportedName[] | undefined,
): Draft {
  const made = draft(state, config);
  const diagnostics = withoutSkipped(made.diagnostics, skipped, config.language);
  if (hasErrors(diagnostics)) return { ...made, diagnostics };
  const { router, program, world } = made.decision;
  requireTools(toolsOf(program, world));
  const refused = rehearsalFindings(router, program.nft, port.rehearse(program.nft), config.language);
  return { ...made, diagnostics: [...diagnostics, ...refused] };
}
