import { expect, it } from 'vitest';
import { rehearse } from '../../src/kernel/index.ts';
import { draftOf } from './gateway-draft.ts';
import { gatewayRows } from './gateway-rows.ts';

it.each(gatewayRows.filter(({ refused }) => refused === undefined))(
  'the kernel takes it whole: $name',
  row => {
    expect(rehearse(draftOf(row).program.nft)).toEqual({ kind: 'taken' });
  },
);
