/** The API's client and its types, generated from docs/openapi.json. */
export { api, apiBase } from './client.ts';
export type { components, paths, Schemas } from './schema.ts';
