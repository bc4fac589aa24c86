import { expect, it } from 'vitest';
import { readTexts } from '../../config/index.ts';
import { seenHere } from './sources.ts';

it('a text that names the loopback alone → not of this machine, whose ports are none of its own', async () => {
  const text = '/ip address\nadd address=10.255.255.1/32 interface=lo\n';
  expect(await seenHere(readTexts([{ file: 'loopback.rsc', text }]), undefined)).toBeUndefined();
});
