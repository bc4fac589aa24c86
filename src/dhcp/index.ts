/** Leases, both ways: clients on the WANs, servers and a DNS forwarder on the LAN. */
export * from './client.ts';
export * from './dnsmasq.ts';
export * from './lease-line.ts';
export * from './service.ts';
export * from './service-set.ts';
export * from './stale.ts';
