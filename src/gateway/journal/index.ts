export * from './recorder.ts';
export * from './series.ts';
