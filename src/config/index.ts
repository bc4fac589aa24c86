/** A file or a folder becomes a Router with findings and context; reading has no effects on anything. */
export * from './config.ts';
export { configFiles, intentFile } from './config-file.ts';
export { deviceReasons, nameInRouter, nameOfDevice } from './devices.ts';
export { findSettings } from './find-settings.ts';
export { routerText } from './intent-text.ts';
export { bytesOf, readTextFile, type TextFile } from './text-file.ts';
