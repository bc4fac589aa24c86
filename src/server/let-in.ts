import { isIPv4 } from 'node:net';
import type { Parts } from './context.ts';
import { runningConfig } from './handlers/sources.ts';
import type { LanAddress } from './network.ts';
import type { KeptOutLan } from './own-troubles.ts';
import { ApiProblem } from './problem.ts';
import { ExplainRequest } from './schema/index.ts';

/** The first address of a network that is not the router's own. */
function clientOf({ address, length }: LanAddress): string | undefined {
  const own = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - length);
  const first = Math.floor(own / size) * size;
  const other = first + 1 === own ? first + 2 : first + 1;
  if (size < 4) return undefined;
  return [24, 16, 8, 0].map(shift => Math.floor(other / 2 ** shift) % 256).join('.');
}

interface Walked {
  readonly ways: readonly { readonly answer: string; readonly ending: { readonly kind: string } }[];
}

/**
 * LANs whose firewall (the text's own rules, walked as Linux has them) keeps clients from the port. It is said and nothing is opened:
 * who may reach the router is for its rules to say.
 */
async function keptOut(
  parts: Parts,
  lans: readonly LanAddress[],
  port: number,
): Promise<readonly KeptOutLan[]> {
  const running = await runningConfig(parts, undefined);
  const found: KeptOutLan[] = [];
  for (const lan of lans.filter(({ address }) => isIPv4(address))) {
    const src = clientOf(lan);
    if (src === undefined) continue;
    const packet = { in: lan.name, src, dst: lan.address, protocol: 'tcp', dstPort: port };
    const asked = ExplainRequest.parse({ engine: 'linux', packet });
    const { ways } = (await parts.thinker.ask({ kind: 'explain', asked, running })) as Walked;
    const bad = ways.find(({ ending }) => ending.kind !== 'delivered');
    if (bad) found.push({ address: lan.address, interface: lan.interface, answer: bad.answer });
  }
  return found;
}

/** Looks at it whenever asked; the same addresses and the same texts are walked once. `said`: a LAN that does not get in. */
export function firewallLook(parts: Parts, said: (lan: KeptOutLan) => void) {
  let walked = '';
  return async (lans: readonly LanAddress[], port: number): Promise<void> => {
    if (parts.daemon.trouble) return;
    const { hash } = await parts.daemon.ask('texts');
    const key = JSON.stringify([hash, lans, port]);
    if (key === walked) return;
    try {
      parts.keptOut.lans = await keptOut(parts, lans, port);
    } catch (error) {
      // A gateway or a thread that is busy is asked again; a text without an answer has none the next time.
      if (!(error instanceof ApiProblem) || error.status !== 503) walked = key;
      throw error;
    }
    walked = key;
    for (const lan of parts.keptOut.lans) said(lan);
  };
}
