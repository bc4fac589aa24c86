import { expect, it } from 'vitest';
import { compareNames } from './compare-names.ts';

it('compareNames: names of ports → as people count them', () => {
  const names = [
    'ether10',
    'wlan1',
    'ether2',
    'Bridge',
    'ether1',
    'sfp-sfpplus1',
    'bridge',
    'ether',
    'LAN 2',
    'lan 1',
  ];
  expect(names.toSorted(compareNames)).toEqual([
    'Bridge',
    'bridge',
    'ether',
    'ether1',
    'ether2',
    'ether10',
    'lan 1',
    'LAN 2',
    'sfp-sfpplus1',
    'wlan1',
  ]);
  expect(compareNames('ether1', 'ether1')).toBe(0);
  expect(compareNames('ether01', 'ether1')).not.toBe(0);
});
