/** A language server for editors: what lint, the references index and the routes know, while somebody types. */
export { serve } from './server.ts';
export type { LspOptions } from './text/options.ts';
