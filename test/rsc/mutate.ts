/** A small generator of numbers (mulberry32), so that a seed alone says which text was made. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const odd = [
  '"',
  '\\',
  '\\\n',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  ';',
  '=',
  '$',
  '#',
  '/',
  '-\n',
  '\n',
  '\0',
  '\u201c',
  '\ud800',
  '!',
  '..',
];

/** A stretch of a real text with some of its characters deleted, doubled, swapped or replaced by troublesome ones. */
export function mutate(texts: readonly string[], seed: number): string {
  const next = numbers(seed);
  const text = texts[Math.floor(next() * texts.length)] ?? '';
  const from = Math.floor(next() * text.length);
  let piece = text.slice(from, from + 20 + Math.floor(next() * 280));
  for (let times = Math.floor(next() * 6); times >= 0; times--) {
    const at = Math.floor(next() * piece.length);
    const put = next() < 0.6 ? (odd[Math.floor(next() * odd.length)] ?? '') : piece.slice(at, at + 12);
    piece = piece.slice(0, at) + put + piece.slice(at + Math.floor(next() * 3));
  }
  return piece;
}
