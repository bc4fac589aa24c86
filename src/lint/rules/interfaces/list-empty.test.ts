import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const withMembers = (more: string, header = '# 2026-05-01 10:00:00 by RouterOS 7.16.1\n'): string =>
  `${header}/interface list
add name=CLIENTS
${more}/ip firewall mangle
add chain=prerouting in-interface-list=CLIENTS action=mark-packet new-packet-mark=up
`;

it.each([
  ['no member', withMembers(''), ['5:1']],
  ['a member', withMembers('/interface list member\nadd list=CLIENTS interface=ether5\n'), []],
  ['a profile fills it', withMembers('/ppp profile\nadd name=subs interface-list=CLIENTS\n'), []],
])('%s → the rule', (_, text, places) => expect(placesOf('interfaces/list-empty', text)).toEqual(places));
