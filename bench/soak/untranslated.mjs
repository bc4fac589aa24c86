// Packets with an address of the LAN that reach an ISP: what no gateway may let out.
import { run } from '../../dist/sys/index.js';

const table = port =>
  `table netdev soak { counter private { }; chain in { type filter hook ingress device "${port}" priority -500; ip saddr 192.168.0.0/16 counter name private; }; }`;

/** Counts them at every ISP; `now` gives the sum until now. */
export function countUntranslated(isps) {
  for (const { ns, ports } of isps) run(['nft', '-f', '-'], { ns, input: table(ports.lan) });
  const packets = ({ ns }) => {
    const text = run(['nft', 'list', 'counter', 'netdev', 'soak', 'private'], { ns }).stdout;
    return Number(/packets (\d+)/.exec(text)?.[1] ?? 0);
  };
  return { now: () => isps.map(packets).reduce((sum, one) => sum + one, 0) };
}
