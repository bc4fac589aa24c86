// A hundred thousand connections as objects would be tens of megabytes of heap, and work for its collector. So a reading is a
// column of numbers for each thing that is known of them; an object is made only of those that somebody looks at.

/** A reading. Of each connection the number at its place; addresses lie one after another in `addresses`. */
export interface Columns {
  count: number;
  readonly id: Uint32Array;
  readonly isV6: Uint8Array;
  readonly protocol: Uint8Array;
  /** enum tcp_conntrack and the like; `noState` where the protocol has none. */
  readonly state: Uint8Array;
  /** IPS_* of nf_conntrack_common.h. */
  readonly status: Uint32Array;
  readonly timeoutS: Uint32Array;
  readonly mark: Uint32Array;
  /** Four of each: source and destination of the original direction, then of the reply. */
  readonly ports: Uint16Array;
  /** Where its four addresses begin. */
  readonly addressAt: Uint32Array;
  /** Four of each: packets and bytes of the original direction, then of the reply; NaN: not counted. */
  readonly counts: Float64Array;
  readonly addresses: Uint8Array;
  addressBytes: number;
}

export const noState = 255;

/** Room for so many, and for their addresses: of IPv4, and some more. */
export const emptyColumns = (room: number, addressRoom = room * 16): Columns => ({
  count: 0,
  id: new Uint32Array(room),
  isV6: new Uint8Array(room),
  protocol: new Uint8Array(room),
  state: new Uint8Array(room),
  status: new Uint32Array(room),
  timeoutS: new Uint32Array(room),
  mark: new Uint32Array(room),
  ports: new Uint16Array(4 * room),
  addressAt: new Uint32Array(room),
  counts: new Float64Array(4 * room),
  addresses: new Uint8Array(addressRoom),
  addressBytes: 0,
});

/** At least one more has room: the same, or a larger copy. */
export function withRoom(columns: Columns): Columns {
  const { count, id, addressBytes, addresses } = columns;
  const largest = 64;
  if (count < id.length && addressBytes + largest <= addresses.length) return columns;
  const larger = emptyColumns(
    count < id.length ? id.length : Math.ceil(1.5 * count) + 64,
    Math.max(Math.ceil(1.5 * addressBytes) + 1024, addresses.length),
  );
  for (const [name, column] of Object.entries(columns)) {
    if (typeof column !== 'number') (larger[name as 'id'] as Uint32Array).set(column);
  }
  return Object.assign(larger, { count, addressBytes });
}
