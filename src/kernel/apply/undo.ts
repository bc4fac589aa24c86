import { nftTable } from '../../linux/index.ts';
import type { Host } from '../host.ts';
import type { AppliedState, ApplyOptions } from './apply.ts';
import { restoreLinks } from './links.ts';
import { restoreMtus } from './mtu.ts';
import { removeNft } from './nft.ts';
import { newPass } from './pass.ts';
import { readRouting, removeRouting } from './routing.ts';
import { restoreSysctls } from './sysctls.ts';
import { restoreTc } from './tc.ts';

const nothing = { sysctls: [], devices: [], up: [], addresses: [], rules: [], routes: [], tc: [] };

/**
 * Takes back what carries our mark or stands in the ledger, and nothing else: forwarding and other settings get
 * their old values, interfaces their old queues. Does nothing where nothing is ours.
 */
export function undo(host: Host, options: ApplyOptions = {}): AppliedState {
  const pass = newPass(host, options.dry);
  // Before anything else, so that nothing is ever forwarded without its filters.
  restoreSysctls(pass, []);
  const routing = removeRouting(pass, nothing, readRouting(pass));
  restoreTc(pass, []);
  removeNft(pass, nftTable);
  restoreMtus(pass, []);
  restoreLinks(pass, nothing);
  if (!pass.dry && pass.problems.length === 0) host.ledger.remove();
  return { changes: pass.changes, problems: pass.problems, routing, closed: false };
}
