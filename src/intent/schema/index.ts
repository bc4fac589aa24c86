export * from './intent.ts';
export * from './json-schema.ts';
export * from './known-keys.ts';
export { notifyFileSchema, type StatedNotify } from './notify.ts';
export { messageIn } from './says.ts';
