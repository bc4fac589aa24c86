// Connections count as established once an answer was seen. Nobody answers in the bed, so connection tracking is told.

import { family, openNetlink } from '../../dist/kernel/index.js';
import { attr, nested } from '../../dist/kernel/netlink/attribute.js';
import { be32 } from '../../dist/kernel/netlink/bytes.js';
import { flowSlices } from '../../dist/kernel/netlink/conntrack.js';

const IPCTNL_MSG_CT_NEW = 1 << 8;
const CTA_ORIG = 1;
const CTA_STATUS = 3;
/** IPS_SEEN_REPLY, IPS_ASSURED and the IPS_CONFIRMED that may not change. */
const answered = 2 | 4 | 8;

/** Marks every connection of the namespace as answered; returns how many there are. */
export function establish(ns) {
  const socket = openNetlink(family.NETFILTER, ns);
  try {
    const flows = [...flowSlices(socket, { mark: 0, mask: 0 })].flat();
    for (const { original } of flows) {
      const payload = [
        Buffer.from([2, 0, 0, 0]),
        nested(CTA_ORIG, original),
        attr(CTA_STATUS, be32(answered)),
      ];
      socket.request({ type: IPCTNL_MSG_CT_NEW, payload }, 'mark a connection as answered');
    }
    return flows.length;
  } finally {
    socket.close();
  }
}

/** Forgets every connection of the namespace. */
export function forget(ns) {
  const socket = openNetlink(family.NETFILTER, ns);
  try {
    socket.request(
      { type: IPCTNL_MSG_CT_NEW | 2, payload: [Buffer.from([2, 0, 0, 0])] },
      'forget connections',
    );
  } finally {
    socket.close();
  }
}
