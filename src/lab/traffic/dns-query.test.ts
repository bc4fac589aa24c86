import { expect, it } from 'vitest';
import { firstAddress, questionFor } from './dns-query.ts';

const question = questionFor('google.com');
const answer = (...records: number[][]): Buffer => {
  const header = Buffer.from(question.subarray(0, 12));
  header[2] = 0x81;
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question.subarray(12), ...records.map(record => Buffer.from(record))]);
};
const alias = [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 4, 1, 0x61, 0xc0, 12];
const address = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 203, 0, 113, 14];

it('asks for one name', () => {
  expect(question.subarray(12).toString('latin1')).toBe('\x06google\x03com\x00\x00\x01\x00\x01');
});

it('reads the first address, past an alias', () => {
  expect(firstAddress(answer(address))).toBe('203.0.113.14');
  expect(firstAddress(answer(alias, address))).toBe('203.0.113.14');
});

it('finds no address where there is none', () => {
  expect(firstAddress(answer())).toBeUndefined();
  expect(firstAddress(Buffer.from([1, 2]))).toBeUndefined();
  expect(firstAddress(answer(address).subarray(0, -6))).toBeUndefined();
});
