/** Measurements in a file of fixed size: the latest seconds one by one, older ones by ten seconds, minutes and hours. */
export * from './cell.ts';
export * from './file.ts';
export * from './layout.ts';
export * from './port.ts';
export * from './read.ts';
export * from './ring.ts';
