import { expect, it } from 'vitest';
import { readRouterOs } from '../rsc/index.ts';
import { membersOf } from './interface-members.ts';

it('the profile of a dialled line names a list → the line is in it, also for rules', () => {
  const text = (profile: string, client: string) => `/interface list
add name=outside
/ppp profile
${profile}
/interface pppoe-client
add name=pppoe-out1 interface=ether1 ${client}
`;
  const members = (profile: string, client: string) =>
    membersOf(readRouterOs(text(profile, client), { file: 'office.rsc' }).router, 'outside');
  expect(members('add name=line interface-list=outside', 'profile=line disabled=no')).toEqual(['pppoe-out1']);
  expect(members('set *0 interface-list=outside name=default', 'disabled=no')).toEqual(['pppoe-out1']);
  expect(members('add name=line interface-list=outside', 'disabled=no')).toEqual([]);
  expect(members('add name=line interface-list=outside', 'profile=line disabled=yes')).toEqual([]);
});
