import type { ProgramHook } from '../../linux/index.ts';
import { EnvironmentError, errno } from '../../sys/index.ts';
import { attr, nested } from './attribute.ts';
import { be32, text } from './bytes.ts';
import { nlm } from './message.ts';
import type { NetlinkSocket, Request } from './socket.ts';

/** NFNL_SUBSYS_NFTABLES and nf_tables.h: NFTA_CHAIN_*, NFTA_HOOK_*, NFTA_RULE_*, NFTA_EXPR_*, NFTA_IMMEDIATE_*, NFTA_VERDICT_*. */
const subsystem = 10;
const message = { NEWCHAIN: 3, GETCHAIN: 4, DELCHAIN: 5, NEWRULE: 6, DELRULE: 8 } as const;
const chain = { TABLE: 1, NAME: 3, HOOK: 4, POLICY: 5, TYPE: 7 } as const;
const rule = { TABLE: 1, CHAIN: 2, EXPRESSIONS: 4, ITEM: 1, EXPRESSION: 1, DATA: 2 } as const;
const immediate = { REGISTER: 1, DATA: 2, VERDICT: 2, CODE: 1, CHAIN: 2 } as const;
const NFPROTO_INET = 1;
const NF_ACCEPT = 1;
const NFT_JUMP = -3;
/** NF_INET_*. */
const hooks: Readonly<Record<ProgramHook['hook'], number>> = { forward: 2 };

const header = Buffer.from([NFPROTO_INET, 0, 0, 0]);
const request = (kind: number, flags: number, ...payload: readonly Buffer[]): Request => ({
  type: (subsystem << 8) | kind,
  flags,
  payload: [header, ...payload],
});

/** A chain of an inet table. */
export interface ChainPlace {
  readonly table: string;
  readonly chain: string;
}

/** Is there a chain of that name? */
export function hasChain(socket: NetlinkSocket, place: ChainPlace): boolean {
  const asked = [attr(chain.TABLE, text(place.table)), attr(chain.NAME, text(place.chain))];
  try {
    return socket.ask(request(message.GETCHAIN, 0, ...asked), `look for chain ${place.chain}`, () => true);
  } catch (error) {
    if (error instanceof EnvironmentError && error.errno === errno.ENOENT) return false;
    throw error;
  }
}

/** Opens and closes hooks of a table, all in one transaction; those that are so already stay. Returns how many changed. */
export function setHooks(socket: NetlinkSocket, table: string, wanted: readonly ProgramHook[]): number {
  const changed = wanted.filter(one => hasChain(socket, { table, chain: one.name }) !== one.isOpen);
  const requests = changed.flatMap(one => (one.isOpen ? opening(table, one) : closing(table, one)));
  if (requests.length > 0) socket.transaction(subsystem, requests, `set hooks of ${table}`);
  return changed.length;
}

function opening(table: string, { name, hook, priority, chain: target }: ProgramHook): readonly Request[] {
  const place = nested(chain.HOOK, attr(1, be32(hooks[hook])), attr(2, be32(priority)));
  const base = [attr(chain.POLICY, be32(NF_ACCEPT)), attr(chain.TYPE, text('filter'))];
  const verdict = nested(
    immediate.VERDICT,
    attr(immediate.CODE, be32(NFT_JUMP)),
    attr(immediate.CHAIN, text(target)),
  );
  const jump = nested(
    rule.ITEM,
    attr(rule.EXPRESSION, text('immediate')),
    nested(rule.DATA, attr(immediate.REGISTER, be32(0)), nested(immediate.DATA, verdict)),
  );
  const at = [attr(rule.TABLE, text(table)), attr(rule.CHAIN, text(name))];
  return [
    request(
      message.NEWCHAIN,
      nlm.CREATE,
      attr(chain.TABLE, text(table)),
      attr(chain.NAME, text(name)),
      place,
      ...base,
    ),
    request(message.NEWRULE, nlm.CREATE, ...at, nested(rule.EXPRESSIONS, jump)),
  ];
}

const closing = (table: string, { name }: ProgramHook): readonly Request[] => [
  request(message.DELRULE, 0, attr(rule.TABLE, text(table)), attr(rule.CHAIN, text(name))),
  request(message.DELCHAIN, 0, attr(chain.TABLE, text(table)), attr(chain.NAME, text(name))),
];
