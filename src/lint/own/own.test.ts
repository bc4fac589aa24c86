import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { nowhere } from '../../text/index.ts';
import { lintInput } from '../input.ts';
import { lint } from '../lint.ts';
import { balance, routes, twoLines } from '../testing.ts';
import { parseClaim } from './claim.ts';

const text = `${twoLines}${balance}${routes}/ip firewall filter
add chain=input in-interface=ether1 action=drop
add chain=forward in-interface=ether2 dst-address=192.168.88.0/24 action=drop
`;

/** What becomes of an assertion about two lines that share the load, the first of which is closed for strangers. */
function said(sentence: string): readonly string[] {
  const claim = parseClaim(sentence);
  if (!claim) throw new Error(`not understood: ${sentence}`);
  const { router, diagnostics } = readRouterOs(text, { file: 'a.rsc' });
  const input = lintInput({ router, leaseRoutes: {}, diagnostics, texts: new Map([['a.rsc', text]]) });
  const own = {
    assertions: [{ text: sentence, claim, severity: 'error' as const, span: nowhere }],
    lines: new Map([['ISP2', 'ether2']]),
  };
  return lint(input, { language: 'en', only: ['own'], own }).diagnostics.map(({ what }) => what);
}

describe('an assertion', () => {
  it.each([
    '192.168.88.0/24 leaves by ether1 or ISP2',
    '192.168.88.0/24 never leaves by bridge',
    'the LAN reaches the Internet',
    'bridge reaches Winbox.',
  ])('%s → holds', sentence => {
    expect(said(sentence)).toEqual([]);
  });

  it.each([
    ['192.168.88.0/24 leaves by ISP2', 'does not hold: a packet leaves by ether1.'],
    ['192.168.88.0/24 never leaves by ISP2', 'does not hold: a packet leaves by ether2.'],
    ['nobody but the LAN reaches SSH', 'does not hold: what comes in by ether2 gets there.'],
    ['nobody reaches tcp/8291', 'gets there.'],
    ['the Internet does not reach 192.168.88.0/24', 'does not hold: what comes in by ether1 gets there.'],
    ['the Internet reaches the router', 'does not hold: what comes in by ether1 does not get there.'],
    ['10.9.9.0/24 leaves by ISP2', 'was not judged: the text knows no host that this is about.'],
    ['the LAN leaves by ISP9', 'was not judged: no line is called ISP9. Lines are ISP2, ether1, ether2.'],
  ])('%s → %s', (sentence, end) => {
    const [what = '', ...more] = said(sentence);
    expect(more).toEqual([]);
    expect(what.startsWith(`"${sentence}" `)).toBe(true);
    expect(what.endsWith(end)).toBe(true);
  });

  it.each(['all is well', 'nobody', '10.0.0.0/33 leaves by a', 'x reaches', 'a reaches b c d'])(
    '%s → none',
    sentence => {
      expect(parseClaim(sentence)).toBeUndefined();
    },
  );
});
