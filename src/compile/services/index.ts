/** Programs beside the kernel: DHCP, DNS, PPPoE; and who may ask those of the host. */
export * from './dhcp.ts';
export * from './dns.ts';
export * from './ip-services.ts';
export * from './pppoe.ts';
export * from './unserved.ts';
