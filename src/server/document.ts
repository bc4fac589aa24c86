import { OpenAPIHono, z } from '@hono/zod-openapi';
import { allOperations, type Operation } from './routes/index.ts';
import { Problem } from './schema/index.ts';

export const apiBase = '/api/v1';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type Registry = OpenAPIHono['openAPIRegistry'];

let made: Document | undefined;

/** The API as an OpenAPI 3.1 document: made when it is first asked for, as it stays the same. */
export const apiDocument = (): Document => (made ??= makeDocument());

function makeDocument(): Document {
  const described = new OpenAPIHono();
  const registry = described.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'session', {
    ...{ type: 'apiKey', in: 'cookie', name: 'jalur-session-8443' },
    description: 'POST /session sets it; it has the port at its end, and with TLS `__Host-` before it.',
  });
  registry.registerComponent('securitySchemes', 'token', {
    ...{ type: 'http', scheme: 'bearer' },
    description: 'Made by POST /tokens or `jalur token`.',
  });
  registry.register('Problem', Problem);
  for (const one of allOperations) registry.registerPath(pathOf(one));
  return described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'jalur',
      version: '1',
      description:
        'A multi-WAN gateway: what it does, what it did, what its configuration means, and changing it. Figures carry their unit in the name; times are ISO 8601, UTC; live answers carry `at`, when the kernel was read. What is not known is absent.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: apiBase }],
    tags: [
      { name: 'live', description: 'What the gateway and its kernel do now' },
      { name: 'past', description: 'What it did, and what it says while it does it' },
      { name: 'config', description: 'The configuration' },
      { name: 'questions', description: 'What a text means' },
      { name: 'lab', description: 'A lab that is kept up' },
      { name: 'access', description: 'Who may ask' },
    ],
  });
}

const problem = {
  description: 'Why there is no answer',
  content: { 'application/problem+json': { schema: Problem } },
};

const etag = z.string().max(256);
const needed = z.object({
  'If-Match': etag.openapi({ description: 'ETag of the configuration that the texts were made from.' }),
});
const taken = z.object({
  'If-Match': etag
    .optional()
    .openapi({ description: 'ETag or hash (`"…"`) of the configuration that is meant.' }),
});

function pathOf(one: Operation): Parameters<Registry['registerPath']>[0] {
  const {
    id,
    method,
    path,
    tag,
    summary,
    description,
    needs,
    query,
    params,
    body,
    reply,
    status = 200,
  } = one;
  const type = one.streams ? 'text/event-stream' : 'application/json';
  return {
    ...{ method, path, operationId: id, tags: [tag], summary },
    ...(description !== undefined && { description }),
    security: needs === 'none' ? [] : [{ session: [] }, { token: [] }],
    'x-scope': needs,
    request: {
      ...(query && { query }),
      ...(params && { params }),
      ...(one.etag === 'needs' && { headers: needed }),
      ...(one.etag === 'takes' && { headers: taken }),
      ...(body && {
        body: {
          required: !body.safeParse(undefined).success,
          content: { 'application/json': { schema: body } },
        },
      }),
    },
    responses: {
      [status]: { description: summary, content: { [type]: { schema: reply } } },
      ...(one.etag === 'gives' && { 304: { description: 'It is still that one (If-None-Match).' } }),
      default: problem,
    },
  };
}
