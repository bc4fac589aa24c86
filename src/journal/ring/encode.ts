import { crc32 } from 'node:zlib';
import type { Cell } from './cell.ts';
import { headerSize, nameSize, rowHead, rowSize, type Shape } from './layout.ts';

// Everything is little-endian and carries its checksum, so that what was written in part, when the power went, is known for
// what it is.

const magic = 'JALURRNG';
const version = 1;
const mostTiers = 16;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Head of a file: what it is, how it is laid out, checksum. */
export function encodeHeader({ capacity, tiers }: Shape): Uint8Array {
  const bytes = new Uint8Array(headerSize);
  const view = viewOf(bytes);
  bytes.set(new TextEncoder().encode(magic));
  view.setUint32(8, version, true);
  view.setUint32(12, capacity, true);
  view.setUint32(16, tiers.length, true);
  for (const [i, { stepS, rows }] of tiers.entries()) {
    view.setUint32(20 + i * 8, stepS, true);
    view.setUint32(24 + i * 8, rows, true);
  }
  view.setUint32(headerSize - 4, crc32(bytes.subarray(0, headerSize - 4)), true);
  return bytes;
}

/** Undefined: these bytes are no head of ours, or not all of it. */
export function decodeHeader(bytes: Uint8Array): Shape | undefined {
  if (bytes.length < headerSize) return undefined;
  const view = viewOf(bytes);
  const isWhole = view.getUint32(headerSize - 4, true) === crc32(bytes.subarray(0, headerSize - 4));
  const isOurs =
    new TextDecoder().decode(bytes.subarray(0, 8)) === magic && view.getUint32(8, true) === version;
  const count = view.getUint32(16, true);
  if (!isWhole || !isOurs || count > mostTiers) return undefined;
  const tiers = Array.from({ length: count }, (_, i) => ({
    stepS: view.getUint32(20 + i * 8, true),
    rows: view.getUint32(24 + i * 8, true),
  }));
  return { capacity: view.getUint32(12, true), tiers };
}

const longestName = nameSize - 5;

/** A name of a series: length, UTF-8, checksum. Undefined: it is too long. */
export function encodeName(name: string): Uint8Array | undefined {
  const text = new TextEncoder().encode(name);
  if (text.length === 0 || text.length > longestName) return undefined;
  const bytes = new Uint8Array(nameSize);
  bytes[0] = text.length;
  bytes.set(text, 1);
  viewOf(bytes).setUint32(nameSize - 4, crc32(bytes.subarray(0, nameSize - 4)), true);
  return bytes;
}

/** Undefined: there is none, or it was written in part. */
export function decodeName(bytes: Uint8Array): string | undefined {
  const length = bytes[0] ?? 0;
  if (bytes.length < nameSize || length === 0 || length > longestName) return undefined;
  const sum = viewOf(bytes).getUint32(nameSize - 4, true);
  if (sum !== crc32(bytes.subarray(0, nameSize - 4))) return undefined;
  return new TextDecoder().decode(bytes.subarray(1, 1 + length));
}

/** A row: the number of its stretch of time, checksum, cells. Series without a cell have measured nothing. */
export function encodeRow(shape: Shape, index: number, cells: readonly Cell[]): Uint8Array {
  const bytes = new Uint8Array(rowSize(shape));
  const view = viewOf(bytes);
  view.setUint32(0, index, true);
  const values = new Float32Array(bytes.buffer, rowHead);
  for (const [series, { min, avg, max, n }] of cells.entries()) {
    if (n > 0) values.set([min, avg, max, n], series * 4);
  }
  view.setUint32(4, sumOf(bytes), true);
  return bytes;
}

/** Of everything but the checksum itself. */
const sumOf = (row: Uint8Array): number => crc32(row.subarray(rowHead), crc32(row.subarray(0, 4)));

/** The number of the stretch of time that a row is about; undefined: it is empty, or was written in part. */
export function indexOfRow(row: Uint8Array): number | undefined {
  const view = viewOf(row);
  return view.getUint32(4, true) === sumOf(row) ? view.getUint32(0, true) : undefined;
}

/** What a whole row says of one series. */
export function cellOfRow(row: Uint8Array, series: number): Cell {
  const at = rowHead + series * 16;
  const view = viewOf(row);
  const value = (place: number): number => view.getFloat32(at + place * 4, true);
  return { min: value(0), avg: value(1), max: value(2), n: value(3) };
}
