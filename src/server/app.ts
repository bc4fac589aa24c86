import { z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { Connection } from './connection.ts';
import type { Parts } from './context.ts';
import { dispatch } from './dispatch.ts';
import { apiBase, apiDocument } from './document.ts';
import { checkHost, usualHeaders } from './guard/index.ts';
import { handlers } from './handlers/index.ts';
import { Pages } from './pages.ts';
import { ApiProblem, problemResponse } from './problem.ts';
import { allOperations, type Operation } from './routes/index.ts';
import { operation } from './routes/operation.ts';

/** What @hono/node-server hands on, and what we know of the connection. */
interface Bindings {
  readonly connection: Connection;
}

export type WebApp = Hono<{ Bindings: Bindings }>;

/** `/wans/{name}` of the document is `/wans/:name` of hono. */
const pathOf = ({ path }: Operation): string => `${apiBase}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;

const document = operation({
  ...{ id: 'getDocument', method: 'get', path: '/openapi.json', tag: 'access', needs: 'read' },
  summary: 'This API as an OpenAPI document',
  reply: z.looseObject({ openapi: z.string() }),
});

/** The API and the pages, over whatever parts it is given. */
export function webApp(parts: Parts, onDefect: (error: Error) => void): WebApp {
  const app: WebApp = new Hono();
  const pages = parts.pages === undefined ? undefined : new Pages(parts.pages);
  app.use(async (context, next) => {
    checkHost(context.req.header('host'), context.env.connection.localAddress, parts.hostNames);
    await next();
    for (const [name, value] of Object.entries(usualHeaders))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });
  for (const one of allOperations) {
    const handler = handlers[one.id as keyof typeof handlers] as unknown as Parameters<typeof dispatch>[2];
    app.on(one.method.toUpperCase(), pathOf(one), dispatch(parts, one, handler));
  }
  app.get(
    pathOf(document as unknown as Operation),
    dispatch(parts, document as unknown as Operation, async () => apiDocument()),
  );
  app.all(`${apiBase}/*`, context => problemResponse(unknownPath(context.req.method, context.req.path)));
  app.get('*', context => {
    const page = pages?.answer(context.req.path, name => context.req.header(name));
    return page ?? problemResponse(unknownPath('GET', context.req.path));
  });
  app.notFound(context => problemResponse(unknownPath(context.req.method, context.req.path)));
  app.onError(error => {
    if (error instanceof ApiProblem) return problemResponse(error, usualHeaders);
    onDefect(error);
    const what = 'The server has a defect, which it has written down.';
    return problemResponse(
      new ApiProblem(500, 'web/defect', what, 'Please report it with what you did.'),
      usualHeaders,
    );
  });
  return app;
}

/** A path that is there for another method is said to be so. */
function unknownPath(method: string, path: string): ApiProblem {
  const known = allOperations.filter(one =>
    new RegExp(`^${pathOf(one).replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
  );
  const methods = [...new Set(known.map(one => one.method.toUpperCase()))];
  if (methods.length > 0)
    return new ApiProblem(
      405,
      'web/method',
      `${method} is not known here.`,
      `Known here: ${methods.join(', ')}.`,
    );
  return new ApiProblem(
    404,
    'web/not-found',
    'There is nothing by this name.',
    'docs/openapi.json has what there is.',
  );
}
