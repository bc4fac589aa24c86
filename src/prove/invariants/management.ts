import { factoryPorts, ipServices, type Router } from '../../model/index.ts';
import type { Packet } from '../../walk/index.ts';

/** By which people manage a router. */
const doors: readonly string[] = ['winbox', 'ssh', 'www', 'www-ssl'];

/** TCP ports of WinBox, SSH and WebFig, where the text moves them to; without those that are off. */
export const adminPorts = (router: Router): number[] =>
  ipServices(router)
    .filter(({ name }) => doors.includes(name))
    .map(({ port }) => port);

/** Is nobody listening on the usual port of a service? Not asked of 443, which stands for TCP of any kind. */
export function isUnserved(
  router: Router,
  { protocol, dstPort }: Pick<Packet, 'protocol' | 'dstPort'>,
): boolean {
  const isUsual = factoryPorts.includes(dstPort) && dstPort !== 443;
  return protocol === 6 && isUsual && !ipServices(router).some(({ port }) => port === dstPort);
}
