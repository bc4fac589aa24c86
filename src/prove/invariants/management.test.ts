import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { adminPorts, isUnserved } from './management.ts';

const routerOf = (services = '') => read(`/ip service\n${services}`).router;

describe('adminPorts', () => {
  it('nothing said → those from the factory', () => {
    expect(adminPorts(routerOf())).toEqual([8291, 22, 80]);
  });

  it('a service moved, off, or on that was off → its port, none, and its port', () => {
    expect(
      adminPorts(routerOf('set winbox port=58291\nset www disabled=yes\nset www-ssl disabled=no\n')),
    ).toEqual([58291, 22, 443]);
  });
});

describe('isUnserved', () => {
  it('its service is off or moved → yes; another protocol, another port, or 443 → no', () => {
    const router = routerOf('set www disabled=yes\nset ssh port=2222\nset www-ssl disabled=yes\n');
    const asked = (dstPort: number, protocol = 6) => isUnserved(router, { protocol, dstPort });
    expect([asked(80), asked(22)]).toEqual([true, true]);
    expect([asked(80, 17), asked(8291), asked(53), asked(443), asked(2222)]).toEqual(Array(5).fill(false));
    expect(isUnserved(routerOf(), { protocol: 6, dstPort: 80 })).toBe(false);
  });
});
