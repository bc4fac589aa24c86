import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength, clipEnd, clipStart } from './clip.ts';

describe('clip', () => {
  it('counts bytes as UTF-8 has them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });

  it('keeps the end of a path and the beginning of a prefix, within the limit', () => {
    expect(clipStart('/etc/jalur/gateway.rsc', 14)).toBe('…gateway.rsc');
    expect(clipStart('gateway.rsc', 11)).toBe('gateway.rsc');
    expect(clipEnd('中中中', 7)).toBe('中中');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, bytes) => {
        expect(byteLength(clipStart(text, bytes))).toBeLessThanOrEqual(bytes);
        expect(text.startsWith(clipEnd(text, bytes))).toBe(true);
      }),
    );
  });
});
