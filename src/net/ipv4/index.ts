/** IPv4 addresses and prefixes; values are unsigned 32-bit numbers. */
export * from './address.ts';
export * from './prefix.ts';
