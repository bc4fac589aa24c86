import type { Host } from '../host.ts';
import { hurry } from './hurry.ts';
import type { KernelProgram } from './kernel-program.ts';
import { applyLinks, restoreLinks } from './links.ts';
import { applyMtus, restoreMtus } from './mtu.ts';
import { applyNft } from './nft.ts';
import { type ApplyProblem, newPass } from './pass.ts';
import { addRouting, type Routing, removeRouting } from './routing.ts';
import { applySysctls, closeForwarding, opensGateway, restoreSysctls } from './sysctls.ts';
import { applyTc, restoreTc } from './tc.ts';

/** What came of it. */
export interface AppliedState {
  /** What was done to the kernel, one line each, in order; empty: it was as wanted already. */
  readonly changes: readonly string[];
  /** Parts that the machine refused; everything else is in place. */
  readonly problems: readonly ApplyProblem[];
  /** Nothing is forwarded: the kernel does not hold the firewall. */
  readonly closed: boolean;
  /** Addresses, routes and rules as the kernel had them at the end, foreign ones too. */
  readonly routing: Routing;
}

export interface ApplyOptions {
  /** Change nothing, only say what would be changed. */
  readonly dry?: boolean | undefined;
}

/**
 * Makes the kernel as the Program says, touching only what is ours: additions come before deletions, nftables
 * changes in one transaction, forwarding is opened last. A second call changes nothing. Never stops at the first
 * refusal: those are `problems`. Synchronous; without changes about 1 ms, plus 4 ms where something is shaped.
 */
export function applyProgram(host: Host, program: KernelProgram, options: ApplyOptions = {}): AppliedState {
  const pass = newPass(host, options.dry);
  hurry(pass, program);
  host.memory.applied = undefined;
  const last = program.sysctls.filter(opensGateway);
  applyLinks(pass, program);
  applyMtus(pass, program.mtus ?? []);
  applySysctls(
    pass,
    program.sysctls.filter(one => !last.includes(one)),
  );
  const added = addRouting(pass, program);
  const holds = applyNft(pass, program.nft);
  const routing = removeRouting(pass, program, added);
  // Looking at queues takes tc, a process: packets have their way by then.
  applyTc(pass, program.tc);
  if (holds) applySysctls(pass, last);
  else closeForwarding(pass);
  restoreTc(pass, program.tc);
  restoreMtus(pass, program.mtus ?? []);
  restoreLinks(pass, program);
  restoreSysctls(pass, program.sysctls);
  if (!pass.dry && holds && pass.problems.length === 0) host.memory.applied = program;
  return { changes: pass.changes, problems: pass.problems, routing, closed: !holds };
}
