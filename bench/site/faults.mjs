// Cuts that take one or two netlink calls each, so that the time of a fault is known to a fraction of a millisecond.
// Each returns what mends it.
import { openNetlinkPort } from '../../dist/kernel/index.js';

const main = { table: 254, protocol: 4, metric: 0 };

/** A hole for a destination: packets to it vanish without a word. */
const hole = destination => ({ ...main, destination, type: 'blackhole', nextHops: [] });

function swap(port, destination) {
  const before = port.routes().find(one => one.table === 254 && one.destination === destination);
  port.replaceRoute(hole(destination));
  return () => {
    if (before) port.replaceRoute({ ...before, metric: 0 });
    else port.deleteRoute(hole(destination));
  };
}

/** Handles on the namespaces of a line: its ISP's router, and the Internet's end where packets come back. */
export function lineFaults({ isp, port, internet, network }) {
  const box = openNetlinkPort(isp);
  const far = internet && openNetlinkPort(internet);
  box.createLink({ kind: 'bridge', name: 'deaf0' });
  const blackhole = () => {
    const mends = [swap(box, '0.0.0.0/0'), ...(far ? [swap(far, network)] : [])];
    return () => {
      for (const mend of mends) mend();
    };
  };
  return {
    /** The cable is pulled out. */
    carrier() {
      box.changeLink(port, { up: false });
      return () => box.changeLink(port, { up: true });
    },
    /** The modem lives; nothing passes it. */
    blackhole,
    /** The ISP's router hears nothing, and nothing passes it; its carrier stays. */
    gateway() {
      box.changeLink(port, { master: 'deaf0' });
      const mend = blackhole();
      return () => {
        box.changeLink(port, { master: '' });
        mend();
      };
    },
    /** Name servers beyond this line are silent; all else passes. */
    dns(servers) {
      const mends = servers.map(server => swap(box, `${server}/32`));
      return () => {
        for (const mend of mends) mend();
      };
    },
    close() {
      box.close();
      far?.close();
    },
  };
}
