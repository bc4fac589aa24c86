import { describe, expect, it } from 'vitest';
import { makeRoute, makeRouter } from './index.ts';

describe('the Router', () => {
  it('is frozen all the way down', () => {
    const router = makeRouter({ routes: [makeRoute({ gateways: [{ address: '10.0.0.1' }] })] });
    expect(Object.isFrozen(router)).toBe(true);
    expect(Object.isFrozen(router.routes[0]?.gateways[0])).toBe(true);
    expect(() => Object.assign(router.routes[0] ?? {}, { distance: 9 })).toThrow(TypeError);
  });

  it('is plain data: JSON goes round', () => {
    const router = makeRouter({ routes: [makeRoute({ prefSrc: '10.0.0.2' })] });
    expect(JSON.parse(JSON.stringify(router))).toEqual(router);
  });
});
