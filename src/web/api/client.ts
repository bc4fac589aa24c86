import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema.ts';

export const apiBase = '/api/v1';

/** The API of the gateway that serves this page; the session's cookie goes with each request by itself. */
export const api: Client<paths> = createClient<paths>({ baseUrl: apiBase });
