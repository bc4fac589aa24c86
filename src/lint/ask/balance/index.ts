/** How marks divide connections between the lines. */
export * from './exempt.ts';
export * from './marks-of-line.ts';
export * from './pcc.ts';
export * from './remarking.ts';
