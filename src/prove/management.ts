import type { Router } from '../model/index.ts';
import type { Packet } from '../walk/index.ts';

/** From the factory (docs/routeros.md#management-services). */
const usualPorts: Readonly<Record<string, number>> = { winbox: 8291, ssh: 22, www: 80, 'www-ssl': 443 };

/** TCP ports of WinBox, SSH and WebFig, where the text moves them to; without those that it switches off. */
export function adminPorts({ plain }: Router): number[] {
  const services = plain.filter(({ menu }) => menu === '/ip service');
  return Object.entries(usualPorts).flatMap(([service, usual]) => {
    const own = services.find(({ properties }) => properties['name'] === service);
    return own?.disabled ? [] : [Number(own?.properties['port'] ?? usual)];
  });
}

/** Is nobody listening on the usual port of a service? Not asked of 443, which stands for TCP of any kind. */
export function isUnserved(
  router: Router,
  { protocol, dstPort }: Pick<Packet, 'protocol' | 'dstPort'>,
): boolean {
  const usual = Object.values(usualPorts).includes(dstPort) && dstPort !== usualPorts['www-ssl'];
  return protocol === 6 && usual && !adminPorts(router).includes(dstPort);
}
