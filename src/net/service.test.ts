import { describe, expect, it } from 'vitest';
import { serviceNamed, serviceNames } from './service.ts';

describe('serviceNamed', () => {
  it('a name in any case → protocol and port', () => {
    expect(serviceNamed('HTTPS')).toEqual({ protocol: 'tcp', port: 443 });
    expect(serviceNamed('dns')).toEqual({ protocol: 'udp', port: 53 });
  });

  it('no service → undefined, also for what every object has', () => {
    expect(['htps', '', 'constructor', 'toString'].map(serviceNamed)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('every name that is offered → known', () => {
    expect(serviceNames.filter(name => serviceNamed(name) === undefined)).toEqual([]);
  });
});
