/** How each kind of value is read from and written to RouterOS text. */
export * from './address.ts';
export * from './address-match.ts';
export * from './basic.ts';
export { typeInIndonesian } from './in-indonesian.ts';
export * from './ipv6.ts';
export * from './value-type.ts';
