import { ipv4ToNumber, toIpv4 } from '../../../net/index.ts';
import { type Namespace, run } from '../../../sys/index.ts';

/** Who sends in a trial, and the port of the router by which answers to it left. */
export interface Answer {
  readonly address: number;
  readonly port: number;
  readonly out: string;
}

/** What the router's kernel did with the packets of trials. */
export interface Sight {
  /** IP ids of packets that it took itself. */
  readonly taken: ReadonlySet<number>;
  /** Ports by which packets left, by their IP id. */
  readonly outs: ReadonlyMap<number, string>;
  /** What was sent to senders; `port` is 0 for ICMP. */
  readonly answers: readonly Answer[];
}

const table = 'lab-trials';

/**
 * Begins to note, beside the gateway's own table, what becomes of packets from and to `senders`. Behind every rule of
 * the gateway, before source addresses are translated (priorities of nf_tables: mangle -150, filter 0, srcnat 100).
 */
export function watchTrials(ns: Namespace, senders: readonly string[]): void {
  stopWatching(ns);
  const elements = senders.length === 0 ? '' : `elements = { ${[...new Set(senders)].join(', ')} };`;
  const input = `table ip ${table} {
  set senders { type ipv4_addr; ${elements} }
  set taken { typeof ip id; size 65535; flags dynamic; }
  set outs { typeof ip id . meta oifname; size 65535; flags dynamic; }
  set answers { typeof ip daddr . th dport . meta oifname; size 65535; flags dynamic; }
  set echoes { typeof ip daddr . meta oifname; size 65535; flags dynamic; }
  chain input {
    type filter hook input priority 50
    ip saddr @senders add @taken { ip id }
  }
  chain postrouting {
    type filter hook postrouting priority 50
    ip saddr @senders add @outs { ip id . meta oifname }
    ip daddr @senders meta l4proto { tcp, udp } add @answers { ip daddr . th dport . meta oifname }
    ip daddr @senders icmp type { echo-reply, timestamp-reply, info-reply } add @echoes { ip daddr . meta oifname }
  }
}
`;
  run(['nft', '-f', '-'], { ns, input });
}

export function stopWatching(ns: Namespace): void {
  run(['nft', 'delete', 'table', 'ip', table], { ns, allowFailure: true });
}

type Element = number | string | { readonly concat: readonly (string | number)[] };

interface Listing {
  readonly nftables: readonly {
    readonly set?: { readonly name: string; readonly elem?: readonly Element[] };
  }[];
}

/** What was seen since `watchTrials`. */
export function seenInTrials(ns: Namespace): Sight {
  const { stdout } = run(['nft', '-j', 'list', 'table', 'ip', table], { ns });
  const rows = (name: string): (readonly (string | number)[])[] =>
    (JSON.parse(stdout) as Listing).nftables
      .flatMap(({ set }) => (set?.name === name ? (set.elem ?? []) : []))
      .map(element => (typeof element === 'object' ? element.concat : [element]));
  const addressed = ([address = '', ...rest]: readonly (string | number)[]) =>
    [ipv4ToNumber(toIpv4(String(address))), ...rest] as const;
  return {
    taken: new Set(rows('taken').map(([id]) => Number(id))),
    outs: new Map(rows('outs').map(([id, out]) => [Number(id), String(out)])),
    answers: [
      ...rows('answers')
        .map(addressed)
        .map(([address, port, out]) => ({ address, port: Number(port), out: String(out) })),
      ...rows('echoes')
        .map(addressed)
        .map(([address, out]) => ({ address, port: 0, out: String(out) })),
    ],
  };
}
