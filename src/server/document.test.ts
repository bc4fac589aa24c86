import { expect, it } from 'vitest';
import { apiDocument } from './document.ts';

it('the document: asked for twice → made once', () => {
  expect(apiDocument()).toBe(apiDocument());
});
