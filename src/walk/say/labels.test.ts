import { describe, expect, it } from 'vitest';
import type { Router } from '../../model/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { interfaceNamed, nameOf } from './labels.ts';

const read = (text: string): Router =>
  readRouterOs(`# by RouterOS 7.14\n${text}`, { file: 'labels.rsc' }).router;

const mark = (name: string, as: string, more = ''): string =>
  `/ip firewall mangle add chain=prerouting in-interface=${name} action=mark-connection new-connection-mark=${as} ${more}`;

const wan = '/ip dhcp-client add interface=ether1\n/ip dhcp-client add interface=ether2\n';

describe('nameOf', () => {
  it.each([
    [
      'a comment on the port',
      '/interface ethernet set [find default-name=ether1] comment=Fibre',
      'Fibre (ether1)',
    ],
    ['a comment on its DHCP client', '/ip dhcp-client add interface=ether1 comment=ISP1', 'ISP1 (ether1)'],
    ['a comment of the factory', '/ip dhcp-client add interface=ether1 comment=defconf', 'ether1'],
    [
      "the factory's on the port, a person's on the client",
      '/interface ethernet set [find default-name=ether1] comment=defconf\n/ip dhcp-client add interface=ether1 comment=ISP1',
      'ISP1 (ether1)',
    ],
    ['a long comment', '/ip dhcp-client add interface=ether1 comment="the line that was ordered"', 'ether1'],
    ['the mark of a WAN', `${wan}${mark('ether1', 'ISP1_conn')}`, 'ISP1 (ether1)'],
    ['a mark that names no connection', `${wan}${mark('ether1', 'ok')}`, 'ether1'],
    ['one mark for two WANs', `${wan}${mark('ether1', 'wan_conn')}\n${mark('ether2', 'wan_conn')}`, 'ether1'],
    [
      'two marks for one WAN',
      `${wan}${mark('ether1', 'a_conn', 'protocol=tcp')}\n${mark('ether1', 'b_conn')}`,
      'ether1',
    ],
    [
      'the mark that a LAN gets',
      `/ip address add address=192.168.45.1/24 interface=ether1\n${mark('ether1', 'WAN1_conn')}`,
      'ether1',
    ],
    [
      'the mark that PCC gives',
      `${wan}${mark('ether1', 'a_conn', 'per-connection-classifier=both-addresses:2/0')}`,
      'ether1',
    ],
  ])('%s → %j', (_, text, name) => {
    expect(nameOf(read(text), 'ether1')).toBe(name);
  });
});

describe('interfaceNamed', () => {
  const router = read(`
/interface ethernet set [find default-name=ether1] comment=Fibre
/interface ethernet set [find default-name=ether2] comment=Radio
/interface ethernet set [find default-name=ether3] comment=radio`);
  const names = router.interfaces.map(({ name }) => name);

  it.each([
    ['ETHER2', 'ether2'],
    ['fibre', 'ether1'],
    ['radio', undefined],
    ['ether9', undefined],
  ])('%s → %s', (word, name) => {
    expect(interfaceNamed(router, names, word)).toBe(name);
  });
});
