/** Figures of a gateway as Prometheus reads them: families of samples, and their text. */
export * from './exposition.ts';
export * from './families.ts';
export * from './histogram.ts';
export * from './snapshot.ts';
