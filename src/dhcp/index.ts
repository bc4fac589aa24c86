/** Leases, both ways: clients on the WANs, servers and a DNS forwarder on the LAN. */
export * from './client.ts';
export * from './dnsmasq.ts';
export * from './lease-line.ts';
export { leftLeases } from './left-leases.ts';
export * from './pppoe.ts';
export * from './served-leases.ts';
export * from './service.ts';
export { serviceRecords } from './service-records.ts';
export * from './service-set.ts';
export type { ServiceSpec } from './service-spec.ts';
export * from './stale.ts';
