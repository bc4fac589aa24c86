export * from './intent.ts';
export * from './json-schema.ts';
export * from './known-keys.ts';
