/** Files in YAML: where their keys and values stand, and what is wrong with them in plain words. */
export * from './issue.ts';
export * from './place.ts';
export * from './yaml-error.ts';
