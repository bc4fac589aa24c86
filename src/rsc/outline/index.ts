/** All commands of a text with their menus, those inside scripts too, and where each word stands: for editing it. */
export * from './frame.ts';
export * from './outline.ts';
export * from './words.ts';
