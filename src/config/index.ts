/** A file or a folder becomes a Router with findings and context; reading has no effects on anything. */
export * from '../reading/index.ts';
export { readConfig } from './config.ts';
export { configFiles, intentFile, notifyFile, notifyFileIn } from './config-file.ts';
export { findSettings } from './find-settings.ts';
export { bytesOf, readTextFile, type TextFile } from './text-file.ts';
export { unreadableNotify } from './trouble.ts';
