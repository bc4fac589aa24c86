/** IPv6 addresses and prefixes; values are bigints of 128 bits. */
export * from './address.ts';
export * from './prefix.ts';
