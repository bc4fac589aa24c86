/** Commands carried out: which items are there in the end, with which properties from which place. */
export * from './apply.ts';
export * from './store.ts';
