import { assumeWorld, withAssumedPorts } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import type { Diagnostic } from '../text/index.ts';
import { lint } from './lint.ts';

/** What is found in a text, in English, worst first. */
export function lintText(text: string, only?: readonly string[]): readonly Diagnostic[] {
  const file = 'office.rsc';
  const { router: read, diagnostics } = readRouterOs(text, { file });
  const router = withAssumedPorts(read);
  const input = {
    router,
    ...assumeWorld(router),
    leaseRoutes: {},
    diagnostics,
    texts: new Map([[file, text]]),
  };
  return lint(input, { language: 'en', only }).diagnostics;
}

/** Places of one rule's findings: `3:1` is line 3, column 1. */
export const placesOf = (id: string, text: string): string[] =>
  lintText(text, [id])
    .filter(one => one.id === id)
    .map(({ span: { start } }) => `${start.line}:${start.column}`);

/** A mangle rule of a balance over what comes in by bridge. */
export const pccRule = (remainder: string, mark: string, more = 'connection-mark=no-mark '): string =>
  `add chain=prerouting in-interface=bridge ${more}dst-address-type=!local per-connection-classifier=${remainder} action=mark-connection new-connection-mark=${mark}`;

/** Two lines and a LAN, translated. 7 lines. */
export const twoLines = `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
`;

/** Checked default routes of main, and of the tables one and two of RouterOS 6. 5 lines. */
export const routes = `/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`;

/** Marks of what comes in, half of what the LAN sends to each line, and the router's own answers. 9 lines. */
export const balance = `/ip firewall mangle
add chain=prerouting in-interface=ether1 connection-mark=no-mark action=mark-connection new-connection-mark=c1
add chain=prerouting in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=c2
${pccRule('both-addresses:2/0', 'c1')}
${pccRule('both-addresses:2/1', 'c2')}
add chain=prerouting in-interface=bridge connection-mark=c1 action=mark-routing new-routing-mark=one
add chain=prerouting in-interface=bridge connection-mark=c2 action=mark-routing new-routing-mark=two
add chain=output connection-mark=c1 action=mark-routing new-routing-mark=one
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=two
`;
