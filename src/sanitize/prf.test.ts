import { expect, it } from 'vitest';
import { Keyed } from './prf.ts';

// Appendix A of the paper: key 00..0f, input 00..0e.
it('Keyed: the test vector of SipHash-2-4 → its number', () => {
  const key = Uint8Array.from({ length: 16 }, (_, i) => i);
  const input = String.fromCharCode(...Array.from({ length: 15 }, (_, i) => i));
  expect(new Keyed(key).number(input)).toBe(0xa129ca6149be45e5n);
});
