import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** What it does with the next requests; default: 200 `{}`. */
  answer(how: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** A server on loopback that remembers what it was asked. */
export async function fakeServer(
  make: (listener: RequestListener) => Server = listener => createServer(listener),
): Promise<FakeServer> {
  const asked: Asked[] = [];
  let how = (response: ServerResponse): void => void response.end('{}');
  const server = make((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      asked.push({ method: request.method, path: request.url, headers: request.headers, body });
      how(response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer(next) {
      how = next;
    },
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
