/** What a gateway's past says: incidents as stories, and reports over a time. */
export * from './html.ts';
export * from './incident/incidents.ts';
export * from './incident/rate-before.ts';
export * from './incident/story.ts';
export * from './line-report.ts';
export * from './past/index.ts';
export * from './past-event.ts';
export * from './report.ts';
export * from './text.ts';
export * from './tiphon.ts';
