/** Texts become a Router with findings and context, wherever they come from; no file is opened here. */
export * from './config.ts';
export { deviceReasons, nameInRouter, nameOfDevice } from './devices.ts';
export { routerText } from './intent-text.ts';
export { nothingInIt } from './trouble.ts';
