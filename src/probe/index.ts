/** Asking the network: probes bound to one interface, and the gateways they watch. */
export { arpRequest, arpSender } from './arp.ts';
export { echoReply, echoRequest } from './echo.ts';
export * from './link.ts';
export * from './prober.ts';
