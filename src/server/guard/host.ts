import { isIP } from 'node:net';
import { ApiProblem } from '../problem.ts';

/** `[::1]:8443` → `::1`, `router:8443` → `router`. */
export function hostOf(header: string): string {
  const bracketed = /^\[([0-9a-f:.]+)\](?::\d+)?$/i.exec(header);
  return (bracketed?.[1] ?? header.replace(/:\d+$/, '')).toLowerCase().replace(/\.$/, '');
}

/**
 * Is a request really for us? A page of somebody else's can have its name resolve to our address (DNS rebinding): the name that the
 * browser then sends is not one of ours. Numbers are taken where they are the very address that was connected to.
 */
export function checkHost(
  header: string | undefined,
  localAddress: string,
  names: ReadonlySet<string>,
): void {
  const host = header === undefined ? '' : hostOf(header);
  const local = localAddress.replace(/^::ffff:/i, '').toLowerCase();
  const isLoopback = local === '::1' || local.startsWith('127.');
  const isOurs =
    isIP(host) > 0
      ? host === local || (isLoopback && (host === '::1' || host.startsWith('127.')))
      : names.has(host);
  if (isOurs || (isLoopback && host === 'localhost')) return;
  throw new ApiProblem(
    421,
    'web/wrong-host',
    'The request names a host that is not this one.',
    'Open the page by its address, or name its host name with --host-name.',
  );
}
