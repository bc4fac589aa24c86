import { deflateSync, inflateSync } from 'node:zlib';

// A PNG (8 bits, RGB or RGBA, not interlaced, as Chromium writes them) with 256 colours: pages are mostly grey, and a third of the size
// shows the same.

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = crcTable[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

/** Paeth's predictor, as the standard has it. */
function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map(one => Math.abs(guess - one));
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Rows without their filters. */
function pixelsOf(raw, width, height, size) {
  const stride = width * size;
  const out = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x;
      const left = x >= size ? out[at - size] : 0;
      const above = row > 0 ? out[at - stride] : 0;
      const corner = x >= size && row > 0 ? out[at - stride - size] : 0;
      const add = [0, left, above, (left + above) >> 1, filter === 4 ? paeth(left, above, corner) : 0][
        filter
      ];
      out[at] = raw[row * (stride + 1) + 1 + x] + add;
    }
  }
  return out;
}

const channels = [16, 8, 0];
const spreadOf = box =>
  channels.map(shift => {
    let [least, most] = [255, 0];
    for (const [colour] of box) {
      const value = (colour >> shift) & 255;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return most - least;
  });

/** Median cut: the box with most to say is cut in two until there are 256. */
function paletteOf(counts) {
  let boxes = [[...counts]];
  while (boxes.length < 256) {
    const weighed = boxes.map(box => ({
      box,
      spread: spreadOf(box),
      count: box.reduce((sum, one) => sum + one[1], 0),
    }));
    const best = weighed
      .filter(({ box }) => box.length > 1)
      .sort((a, b) => Math.max(...b.spread) * b.count ** 0.25 - Math.max(...a.spread) * a.count ** 0.25)[0];
    if (!best) break;
    const shift = channels[best.spread.indexOf(Math.max(...best.spread))];
    const sorted = best.box.sort((a, b) => ((a[0] >> shift) & 255) - ((b[0] >> shift) & 255));
    let [seen, cut] = [0, 1];
    for (let index = 0; index < sorted.length - 1 && seen < best.count / 2; index++) {
      seen += sorted[index][1];
      cut = index + 1;
    }
    boxes = [...boxes.filter(box => box !== best.box), sorted.slice(0, cut), sorted.slice(cut)];
  }
  // The colour of a box is its commonest one: paper stays exactly as white as it is.
  return boxes.map(box => box.reduce((one, other) => (other[1] > one[1] ? other : one))[0]);
}

function nearest(colour, palette) {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let index = 0; index < palette.length; index++) {
    const distance = channels.reduce(
      (sum, shift) => sum + (((colour >> shift) & 255) - ((palette[index] >> shift) & 255)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

export function inPalette(png) {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]];
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error('it is no PNG of 8 bits in RGB or RGBA');
  const size = kind === 6 ? 4 : 3;
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const pixels = pixelsOf(raw, width, height, size);
  const colours = new Uint32Array(width * height);
  const counts = new Map();
  for (let at = 0; at < colours.length; at++) {
    const colour = pixels.readUIntBE(at * size, 3);
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const indexes = new Map([...counts.keys()].map(colour => [colour, nearest(colour, palette)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++)
    for (let x = 0; x < width; x++) rows[row * (width + 1) + 1 + x] = indexes.get(colours[row * width + x]);
  const newHead = Buffer.from(head);
  newHead[9] = 3;
  const table = Buffer.from(palette.flatMap(colour => channels.map(shift => (colour >> shift) & 255)));
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', newHead),
    chunk('PLTE', table),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
