import { expect, it } from 'vitest';
import { smallOffice } from '../../../test/walk/read.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { checkConversion } from './check.ts';

it('told with each packet that is walked, in which state of the uplinks', () => {
  const { router } = readRouterOs(smallOffice, { file: 'office.rsc', dialect: 'v7' });
  const told: number[] = [];
  const { walked, states } = checkConversion(router, router, {
    flows: 20,
    onWalked: ({ state }) => told.push(state),
  });
  expect(told).toHaveLength(walked);
  expect(new Set(told).size).toBe(states);
});
