import { describe, expect, it } from 'vitest';
import { listingFingerprint, skeleton } from './fingerprint.ts';

const listing = (over: {
  packets?: number;
  handle?: number;
  port?: number;
  seen?: number;
  slot?: number;
}): string =>
  JSON.stringify({
    nftables: [
      { metainfo: { version: `1.0.${over.handle ?? 6}` } },
      {
        set: {
          name: 'seen',
          handle: 1,
          flags: ['timeout', 'dynamic'],
          elem: [{ elem: { val: over.seen ?? 1 } }],
        },
      },
      { set: { name: 'fixed', handle: 2, elem: [over.slot ?? 0, 'b', 'a'] } },
      { map: { name: 'pcc0', handle: 3, elem: [[0, over.slot ?? 1]] } },
      {
        rule: {
          handle: over.handle ?? 4,
          expr: [
            { match: { right: over.port ?? 25 } },
            { counter: { packets: over.packets ?? 0, bytes: (over.packets ?? 0) * 9 } },
          ],
        },
      },
    ],
  });
const pcc0 = 'pcc0';

describe('fingerprint of a listing', () => {
  const same = (over: Parameters<typeof listing>[0], maps = [pcc0]): boolean =>
    listingFingerprint(listing(over), maps) === listingFingerprint(listing({}), maps);

  it('does not see what changes by itself', () => {
    expect(same({ packets: 5 })).toBe(true);
    expect(same({ handle: 9 })).toBe(true);
    expect(same({ seen: 7 })).toBe(true);
  });

  it('sees changed rules and fixed elements', () => {
    expect(same({ port: 26 })).toBe(false);
    expect(same({ slot: 3 })).toBe(false);
  });

  it('does not see the order of elements', () => {
    const [one, other] = ['["a","b"]', '["b","a"]'].map(elem => `{"set":{"name":"s","elem":${elem}}}`);
    expect(listingFingerprint(one ?? '')).toBe(listingFingerprint(other ?? ''));
  });
});

it('skeleton leaves out the elements of PCC maps, and only theirs', () => {
  const text = (slot: number, port: number): string =>
    `table inet jalur {\n  map pcc0 {\n    typeof numgen inc mod 4 : ct mark\n    elements = { 0 : ${slot}, 1 : 2 }\n  }\n` +
    `  set s {\n    type inet_service\n    elements = { ${port} }\n  }\n}\n`;
  expect(skeleton(text(1, 80), [pcc0])).toBe(skeleton(text(2, 80), [pcc0]));
  expect(skeleton(text(1, 80), [pcc0])).not.toBe(skeleton(text(1, 81), [pcc0]));
  expect(skeleton(text(1, 80), [])).toBe(text(1, 80));
});

it('skeleton: a set of ours with elements and without is the same text', () => {
  const text = (elements: string): string =>
    `table inet jalur {\n  set away {\n    type mark${elements}\n  }\n}\n`;
  expect(skeleton(text('\n    elements = { 0x00000000 }'), ['away'])).toBe(skeleton(text(''), ['away']));
  expect(skeleton(text('\n    elements = { 0x00000000 }'))).not.toBe(skeleton(text('')));
});
