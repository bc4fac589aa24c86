/** What every request has to pass, and what every answer carries. */
export * from './body.ts';
export * from './headers.ts';
export * from './host.ts';
export * from './origin.ts';
