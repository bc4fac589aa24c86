import { ApiProblem } from '../problem.ts';
import { hostOf } from './host.ts';

interface Asked {
  readonly method: string;
  readonly header: (name: string) => string | undefined;
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Does a request that a cookie speaks for come from our own page? The browser says so (Sec-Fetch-Site, else Origin); what says
 * nothing is no browser of today, and has no cookie of ours.
 */
export function checkOrigin({ method, header }: Asked): void {
  if (isSafe(method)) return;
  const [site, origin, host] = ['sec-fetch-site', 'origin', 'host'].map(header);
  const isOwnOrigin = origin !== undefined && host !== undefined && sameHost(origin, host);
  if (site === undefined ? isOwnOrigin : site === 'same-origin' && (origin === undefined || isOwnOrigin))
    return;
  throw new ApiProblem(
    403,
    'web/other-origin',
    'The request does not come from this page.',
    'Programs use a token (Authorization: Bearer …) instead of the cookie: jalur token.',
  );
}

function sameHost(origin: string, host: string): boolean {
  try {
    const { host: from, protocol } = new URL(origin);
    return /^https?:$/.test(protocol) && from === new URL(`${protocol}//${host}`).host && hostOf(host) !== '';
  } catch {
    return false;
  }
}
