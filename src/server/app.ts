import { z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { environmentTrouble } from '../sys/index.ts';
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
}) as unknown as Operation;

const served: readonly Operation[] = [...allOperations, document];

/** The API and the pages, over whatever parts it is given. `onTrouble`: a defect, or what its machine refuses. */
export function webApp(parts: Parts, onTrouble: (error: Error) => void): WebApp {
  const app: WebApp = new Hono();
  const pages = parts.pages === undefined ? undefined : new Pages(parts.pages);
  app.use(async (context, next) => {
    const { localAddress } = context.env.connection;
    checkHost(context.req.header('host'), localAddress, parts.hostNames);
    // A request may name its host in its first line, too, and that one counts then (RFC 9112, 3.2.2).
    checkHost(new URL(context.req.url).host, localAddress, parts.hostNames);
    await next();
    for (const [name, value] of Object.entries(usualHeaders))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });
  for (const one of allOperations) {
    const handler = handlers[one.id as keyof typeof handlers] as unknown as Parameters<typeof dispatch>[2];
    app.on(one.method.toUpperCase(), pathOf(one), dispatch(parts, one, handler, onTrouble));
  }
  app.get(
    pathOf(document),
    dispatch(parts, document, async () => apiDocument(), onTrouble),
  );
  app.all('/api/*', context => problemResponse(unknownPath(context.req.method, context.req.path)));
  app.get('*', context => {
    const page = pages?.answer(context.req.path, name => context.req.header(name));
    return page ?? problemResponse(unknownPath('GET', context.req.path));
  });
  app.notFound(context => problemResponse(unknownPath(context.req.method, context.req.path)));
  app.onError(error => {
    if (error instanceof ApiProblem) return problemResponse(error, usualHeaders);
    onTrouble(error);
    const trouble = environmentTrouble(error);
    if (trouble) return problemResponse(refusedByMachine(trouble), usualHeaders);
    const what = 'The server has a defect, which it has written down.';
    return problemResponse(
      new ApiProblem(500, 'web/defect', what, 'Please report it with what you did.'),
      usualHeaders,
    );
  });
  return app;
}

/** Where its files are and why is for whoever is at the machine, who reads it there. */
const refusedByMachine = ({ do: next }: { readonly do: string }): ApiProblem =>
  new ApiProblem(
    503,
    'web/machine',
    'The machine refuses what this needs; the process of the pages has said what it is.',
    `See what it said (journalctl, or its terminal). ${next}`,
  );

/** A path that is there for another method is said to be so. */
function unknownPath(method: string, path: string): ApiProblem {
  const known = served.filter(one => new RegExp(`^${pathOf(one).replaceAll(/:\w+/g, '[^/]+')}$`).test(path));
  const methods = [
    ...new Set(known.flatMap(one => (one.method === 'get' ? ['GET', 'HEAD'] : [one.method.toUpperCase()]))),
  ];
  if (methods.length > 0)
    return new ApiProblem(
      405,
      'web/method',
      `${method} is not known here.`,
      `Known here: ${methods.join(', ')}.`,
      { allow: methods },
    );
  return new ApiProblem(
    404,
    'web/not-found',
    'There is nothing by this name.',
    'docs/openapi.json has what there is.',
  );
}
