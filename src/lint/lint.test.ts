import { describe, expect, it } from 'vitest';
import type { Dialect } from '../model/index.ts';
import { assumeWorld, withAssumedPorts } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { lint } from './lint.ts';

const file = 'office.rsc';

function readAs(text: string, dialect: Dialect) {
  const { router: read, diagnostics } = readRouterOs(text, { file, dialect });
  const router = withAssumedPorts(read);
  return { router, ...assumeWorld(router), leaseRoutes: {}, diagnostics, texts: new Map([[file, text]]) };
}

const findings = (text: string, id: string) =>
  lint({ ...readAs(text, 'v7'), asOlder: readAs(text, 'v6') }, { language: 'en' }).diagnostics.filter(
    one => one.id === id,
  );

const recursive = `/ip route
add dst-address=8.8.8.8/32 gateway=198.51.100.1 scope=10
add dst-address=0.0.0.0/0 gateway=8.8.8.8 check-gateway=ping
add dst-address=0.0.0.0/0 gateway=203.0.113.1 distance=2
`;

describe('a text whose version nothing shows', () => {
  it('a mistake on RouterOS 7 alone → a warning that says so', () =>
    expect(findings(recursive, 'routes/scope')).toMatchObject([
      {
        severity: 'warning',
        confidence: 'assumed',
        what: expect.stringContaining('(Assumed: the text is for RouterOS 7.)'),
      },
    ]));

  it('a mistake on both → as it is', () => {
    const unchecked = recursive.replace(' check-gateway=ping', ' target-scope=11');
    expect(findings(unchecked, 'probes/recursive-unchecked')).toMatchObject([
      { severity: 'error', confidence: 'certain' },
    ]);
  });
});
