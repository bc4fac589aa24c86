// Bob Jenkins's lookup3 as the Linux kernel has it (include/linux/jhash.h): RouterOS's PCC and nft's
// `jhash` expression both call that function, so one implementation serves both (docs/routeros.md#pcc-hash).
// The kernel loads 12-byte blocks in native order; this is the little-endian reading, which for keys of
// 12 bytes or fewer (all of IPv4) is the same on every CPU.

const golden = 0xdeadbeef;

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * Hash of a key of 1 to 12 bytes that is given as three little-endian words, unused bytes zero.
 * `length` in bytes. A key of no bytes hashes to `0xdeadbeef + seed`. Unsigned 32-bit result; allocates nothing.
 */
export function jhashWords(w0: number, w1: number, w2: number, length: number, seed: number): number {
  const start = (golden + length + seed) | 0;
  return length === 0 ? start >>> 0 : finish((start + w0) | 0, (start + w1) | 0, (start + w2) | 0);
}

/** Hash of a key of any length. Unsigned 32-bit result. */
export function jhash(key: Uint8Array, seed: number): number {
  const start = (golden + key.length + seed) | 0;
  const state: [number, number, number] = [start, start, start];
  let at = 0;
  for (; key.length - at > 12; at += 12) {
    absorb(state, key, at);
    mix(state);
  }
  if (at === key.length) return start >>> 0;
  absorb(state, key, at);
  return finish(...state);
}

/** Adds the (up to) twelve bytes at `at` to the state; bytes past the end count as zero. */
function absorb(state: [number, number, number], key: Uint8Array, at: number): void {
  state[0] = (state[0] + wordAt(key, at)) | 0;
  state[1] = (state[1] + wordAt(key, at + 4)) | 0;
  state[2] = (state[2] + wordAt(key, at + 8)) | 0;
}

function wordAt(key: Uint8Array, at: number): number {
  return (key[at] ?? 0) | ((key[at + 1] ?? 0) << 8) | ((key[at + 2] ?? 0) << 16) | ((key[at + 3] ?? 0) << 24);
}

/** `__jhash_mix`: between blocks. */
function mix(state: [number, number, number]): void {
  let [a, b, c] = state;
  a = ((a - c) | 0) ^ rotate(c, 4);
  c = (c + b) | 0;
  b = ((b - a) | 0) ^ rotate(a, 6);
  a = (a + c) | 0;
  c = ((c - b) | 0) ^ rotate(b, 8);
  b = (b + a) | 0;
  a = ((a - c) | 0) ^ rotate(c, 16);
  c = (c + b) | 0;
  b = ((b - a) | 0) ^ rotate(a, 19);
  a = (a + c) | 0;
  c = ((c - b) | 0) ^ rotate(b, 4);
  b = (b + a) | 0;
  state[0] = a;
  state[1] = b;
  state[2] = c;
}

/** `__jhash_final`: avalanche of the last block; the hash is its third word. */
function finish(a: number, b: number, c: number): number {
  c = ((c ^ b) - rotate(b, 14)) | 0;
  a = ((a ^ c) - rotate(c, 11)) | 0;
  b = ((b ^ a) - rotate(a, 25)) | 0;
  c = ((c ^ b) - rotate(b, 16)) | 0;
  a = ((a ^ c) - rotate(c, 4)) | 0;
  b = ((b ^ a) - rotate(a, 14)) | 0;
  return ((c ^ b) - rotate(b, 24)) >>> 0;
}
