import { expect, it } from 'vitest';
import { readTexts } from '../../config/index.ts';
import { lineLimits } from './line-limits.ts';

function limits(file: string, text: string, name = 'ether1') {
  const { linux, run } = readTexts([{ file, text }], { onLinux: true });
  return lineLimits({ rates: run.rates }, linux, name);
}

const intent = `wans:
  indihome:
    interface: ether1
    rate: 20M/100M
  biznet:
    interface: ether2
    rate: 50M
lan: { interface: ether3, address: 192.168.88.1/24 }
`;

it('an intent says the rates of lines → upload and download, and where it speaks of the line', () => {
  expect(limits('gateway.yaml', intent)).toMatchObject({
    ...{ uploadBps: 20e6, downloadBps: 100e6, source: { file: 'gateway.yaml' } },
  });
  expect(limits('gateway.yaml', intent, 'ether2')).toMatchObject({ uploadBps: 50e6, downloadBps: 50e6 });
  expect(limits('gateway.yaml', intent, 'ether3')).toBeUndefined();
});

it('a queue limits the line as a whole → its limits, seen from the line; of a part of it → unknown', () => {
  const queue = (more: string): string => `/ip dhcp-client add interface=ether1
/queue simple add name=line target=ether1 max-limit=100M/20M ${more}
`;
  expect(limits('office.rsc', queue(''))).toEqual({
    ...{ downloadBps: 100e6, uploadBps: 20e6, source: { file: 'office.rsc', line: 2 } },
  });
  expect(limits('office.rsc', queue('disabled=yes'))).toBeUndefined();
  expect(limits('office.rsc', queue('packet-marks=voip'))).toBeUndefined();
  expect(limits('office.rsc', queue('dst=10.0.0.0/8'))).toBeUndefined();
});
