/** Asking the network: probes bound to one interface, and the gateways they watch. */
export { arpLink, arpRequest, arpSender } from './arp.ts';
export * from './checks.ts';
export { dnsAnswer, dnsQuery } from './dns.ts';
export { echoLink, echoReply, echoRequest } from './echo.ts';
export * from './host-checks.ts';
export { headRequest } from './http.ts';
export { type LineTools, type Measured, runLines } from './lines.ts';
export * from './link.ts';
export * from './prober.ts';
