import { Connection, type Tuple } from './connection.ts';

/** How many connections a table holds before the oldest is forgotten: the default of Linux on a 4 GB machine. */
const defaultCapacity = 65_536;

/** All tracked connections, found by the tuple of either direction. Bounded: memory stays flat. */
export class ConnectionTable {
  readonly #originals = new Map<number, Connection>();
  readonly #replies = new Map<number, Connection>();
  readonly #capacity: number;
  // A list from the oldest to the newest: a Map would search its deleted entries for the first.
  #oldest: Connection | undefined = undefined;
  #newest: Connection | undefined = undefined;
  #size = 0;
  #serial = 0;

  constructor(capacity: number = defaultCapacity) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#size;
  }

  /** Oldest first. */
  all(): Connection[] {
    const list: Connection[] = [];
    for (let at = this.#oldest; at; at = at.newer) list.push(at);
    return list;
  }

  /** The connection whose original direction this tuple is. */
  byOriginal(tuple: Tuple): Connection | undefined {
    let at = this.#originals.get(hash(tuple));
    while (at && !same(at.original, tuple)) at = at.nextOriginal;
    return at;
  }

  byReply(tuple: Tuple): Connection | undefined {
    let at = this.#replies.get(hash(tuple));
    while (at && !same(at.reply, tuple)) at = at.nextReply;
    return at;
  }

  /** A new connection that is not in the table before `confirm`. */
  create(original: Tuple): Connection {
    this.#serial++;
    return new Connection(this.#serial, original);
  }

  confirm(connection: Connection): void {
    if (this.#size >= this.#capacity && this.#oldest) this.delete(this.#oldest);
    connection.confirmed = true;
    this.#append(connection);
    const [first, second] = [hash(connection.original), hash(connection.reply)];
    connection.nextOriginal = this.#originals.get(first);
    this.#originals.set(first, connection);
    connection.nextReply = this.#replies.get(second);
    this.#replies.set(second, connection);
  }

  /** Does a connection have this tuple in either direction? Then no other may answer to it. */
  isTaken(tuple: Tuple): boolean {
    return this.byReply(tuple) !== undefined || this.byOriginal(tuple) !== undefined;
  }

  delete(connection: Connection): void {
    if (!connection.confirmed) return;
    connection.confirmed = false;
    this.#remove(connection);
    unlink(this.#originals, hash(connection.original), connection, 'nextOriginal');
    unlink(this.#replies, hash(connection.reply), connection, 'nextReply');
  }

  #append(connection: Connection): void {
    connection.older = this.#newest;
    if (this.#newest) this.#newest.newer = connection;
    else this.#oldest = connection;
    this.#newest = connection;
    this.#size++;
  }

  #remove(connection: Connection): void {
    const { older, newer } = connection;
    if (older) older.newer = newer;
    else this.#oldest = newer;
    if (newer) newer.older = older;
    else this.#newest = older;
    connection.older = undefined;
    connection.newer = undefined;
    this.#size--;
  }
}

type Link = 'nextOriginal' | 'nextReply';

function unlink(heads: Map<number, Connection>, key: number, connection: Connection, link: Link): void {
  const head = heads.get(key);
  if (head === connection) {
    const next = connection[link];
    if (next) heads.set(key, next);
    else heads.delete(key);
    return;
  }
  for (let at = head; at; at = at[link]) {
    if (at[link] === connection) at[link] = connection[link];
  }
}

function hash({ src, dst, protocol, srcPort, dstPort }: Tuple): number {
  let h = Math.imul(src ^ 0x9e3779b9, 0x85ebca6b) ^ protocol;
  h = Math.imul((h ^ (h >>> 15)) + dst, 0xc2b2ae35);
  h = Math.imul((h ^ (h >>> 13)) + srcPort * 65_537 + dstPort, 0x27d4eb2f);
  return (h ^ (h >>> 16)) | 0;
}

function same(a: Tuple, b: Tuple): boolean {
  return (
    a.src === b.src &&
    a.dst === b.dst &&
    a.srcPort === b.srcPort &&
    a.dstPort === b.dstPort &&
    a.protocol === b.protocol
  );
}
