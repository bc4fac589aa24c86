import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { canonicalIpv4, ipv4ToNumber, isIpv4, parseIpv4, printIpv4, toIpv4 } from './address.ts';

describe('IPv4 addresses', () => {
  it('print what they parse', () => {
    fc.assert(fc.property(fc.ipV4(), text => printIpv4(parseIpv4(text) ?? -1) === text));
  });

  it('agree with ipaddr.js on what four-part decimal is', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9.]{1,16}$/).filter(text => !/(^|\.)0\d/.test(text)),
        text => {
          expect(isIpv4(text)).toBe(
            ipaddr.IPv4.isValidFourPartDecimal(text) && /^(\d{1,3}\.){3}\d{1,3}$/.test(text),
          );
        },
      ),
    );
  });

  it.each(['', '1.2.3', '1.2.3.4.5', '256.1.1.1', '1.2.3.x', ' 1.2.3.4', '0x1.2.3.4'])('refuse %j', text => {
    expect(parseIpv4(text)).toBeUndefined();
  });

  it('throw only where the text is known to be one', () => {
    expect(ipv4ToNumber('255.255.255.255')).toBe(4_294_967_295);
    expect(() => ipv4ToNumber('1.2.3.400')).toThrow(TypeError);
    expect(() => toIpv4('ether1')).toThrow(TypeError);
    expect(canonicalIpv4('010.001.2.3')).toBe('10.1.2.3');
  });
});
