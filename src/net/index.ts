/** Numbers of the network as values: addresses, prefixes, ports, MACs, rates (bit/s) and durations (ms). */
export * from './address.ts';
export * from './duration.ts';
export * from './family.ts';
export * from './ipv4/index.ts';
export * from './ipv6/index.ts';
export * from './mac.ts';
export * from './port.ts';
export * from './prefix.ts';
export * from './private.ts';
export * from './protocol.ts';
export * from './rate.ts';
export * from './service.ts';
