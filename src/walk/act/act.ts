import {
  type Action,
  allowsFastTrack,
  assertNever,
  type FirewallRule,
  isKeptAction,
  mainTable,
} from '../../model/index.ts';
import { type Act, type CompiledChain, runChain } from '../chain.ts';
import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';
import { type Verdict, verdict } from '../verdict.ts';
import { actMasquerade, actRedirect, actTranslate } from './nat.ts';

/** Where the chains of a rule's table are found. */
export type ChainOf = (name: string) => CompiledChain;

const goOn: Act = () => verdict.next;

/** A rule's action as a function of a packet. */
export function compileAction(setup: Setup, rule: FirewallRule, chainOf: ChainOf): Act {
  const { action } = rule;
  if (isKeptAction(action)) return withPassthrough(action, goOn);
  switch (action.kind) {
    case 'accept':
      return () => verdict.accept;
    case 'return':
      return () => verdict.return;
    case 'drop':
    case 'tarpit':
      return end(flight => {
        flight.ending = { kind: 'dropped', rule };
      });
    case 'reject':
      return end(flight => {
        flight.ending = { kind: 'rejected', rule, with: action.with };
      });
    case 'jump':
      return jump(chainOf(action.target));
    case 'log':
    case 'passthrough':
    case 'change-mss':
      return withPassthrough(action, goOn);
    case 'notrack':
      return untrack;
    case 'fasttrack-connection':
      return setup.semantics.fastTrack && allowsFastTrack(setup.router) ? fastTrack : goOn;
    case 'mark-connection':
      return markConnection(setup.connectionMarks.id(action.mark), action.passthrough);
    case 'mark-packet':
      return withPassthrough(action, markPacket(setup.packetMarks.id(action.mark)));
    case 'mark-routing':
      return withPassthrough(action, markRouting(setup, action.mark));
    case 'change-dscp':
      return withPassthrough(action, changeDscp(action.dscp));
    case 'change-ttl':
      return withPassthrough(action, changeTtl(action));
    case 'masquerade':
      return actMasquerade(setup, rule, action);
    case 'redirect':
      return actRedirect(setup, rule, action);
    case 'src-nat':
    case 'dst-nat':
    case 'netmap':
    case 'same':
      return actTranslate(rule, action);
    case 'add-src-to-address-list':
    case 'add-dst-to-address-list':
      return addToList(setup, action);
    default:
      return assertNever(action);
  }
}

const end =
  (act: (flight: Flight) => void): Act =>
  flight => {
    act(flight);
    return verdict.gone;
  };

/**
 * A user chain that ends, or returns, goes on in the calling chain. RouterOS and Linux refuse loops of jumps when the
 * rules are made: a chain that is being run is not entered again.
 */
function jump(target: CompiledChain): Act {
  return flight => {
    if (target.entered) return verdict.next;
    target.entered = true;
    try {
      const result: Verdict = runChain(target, flight);
      return result === verdict.return ? verdict.next : result;
    } finally {
      target.entered = false;
    }
  };
}

/**
 * `passthrough=no` accepts: it leaves the whole hook, even from a chain that was jumped to (docs/routeros.md#actions).
 */
function withPassthrough(action: Action, act: Act): Act {
  if (!('passthrough' in action) || action.passthrough) return act;
  return flight => {
    act(flight);
    return verdict.accept;
  };
}

const untrack: Act = flight => {
  flight.connectionState = 'untracked';
  return verdict.next;
};

const fastTrack: Act = ({ connection, protocol }) => {
  if (connection && (protocol === 6 || protocol === 17)) connection.fastTracked = true;
  return verdict.next;
};

/** Without a connection there is nothing to mark: the packet goes on, whatever passthrough says (xt_connmark). */
function markConnection(mark: number, passthrough: boolean): Act {
  const result = passthrough ? verdict.next : verdict.accept;
  return ({ connection }) => {
    if (!connection) return verdict.next;
    connection.mark = mark;
    return result;
  };
}

function markPacket(mark: number): Act {
  return flight => {
    flight.packetMark = mark;
    return verdict.next;
  };
}

function markRouting({ routingMarks, semantics }: Setup, name: string): Act {
  const mark = routingMarks.id(name);
  const forMain = semantics.mainIsMark && name === mainTable;
  return flight => {
    flight.routingMark = mark;
    flight.markedForMain = forMain;
    return verdict.next;
  };
}

function changeDscp(dscp: number): Act {
  return flight => {
    flight.dscp = dscp;
    return verdict.next;
  };
}

function changeTtl({ op, ttl }: Extract<Action, { readonly kind: 'change-ttl' }>): Act {
  const step = op === 'increment' ? ttl : -ttl;
  return flight => {
    flight.ttl = op === 'set' ? ttl : Math.min(255, Math.max(0, flight.ttl + step));
    return verdict.next;
  };
}

type AddToList = Extract<Action, { readonly kind: 'add-src-to-address-list' | 'add-dst-to-address-list' }>;

function addToList({ lists }: Setup, { kind, list, timeout }: AddToList): Act {
  const id = lists.id(list);
  return ({ state, src, dst }) => {
    const entries = state.added.get(id) ?? new Map<number, number>();
    state.added.set(id, entries);
    const until = timeout === undefined ? Number.POSITIVE_INFINITY : state.nowMs + timeout;
    entries.set(kind === 'add-src-to-address-list' ? src : dst, until);
    return verdict.next;
  };
}
