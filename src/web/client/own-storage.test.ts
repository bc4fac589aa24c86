import { afterEach, expect, it, vi } from 'vitest';
import { readView } from '../table/kept-view.ts';
import { keep, kept } from './own-storage.ts';

afterEach(() => vi.unstubAllGlobals());

it('a browser that refuses pages its storage → nothing is kept, and nothing throws', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('SecurityError');
    },
    setItem: () => {
      throw new Error('SecurityError');
    },
  });
  keep('a', 'b');
  expect([kept('a'), readView('routes')]).toEqual([undefined, {}]);
});
