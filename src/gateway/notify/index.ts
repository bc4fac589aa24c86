export * from './ask-notify.ts';
export * from './kept-receivers.ts';
export * from './notifier.ts';
