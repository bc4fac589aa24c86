import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { intentFromRouter, makeIntent } from '../../src/intent/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { anyIntent } from './any-intent.ts';

const runs = Number(process.env['JALUR_RUNS'] ?? 500);

/** The statements of an intent; the rest is comments and names. */
const textOf = (yaml: string): string => {
  const { text, diagnostics } = makeIntent(yaml, 'gateway.yaml');
  expect(diagnostics.map(({ what }) => what)).toEqual([]);
  return text;
};

const read = (text: string, dialect?: 'v7') => readRouterOs(text, { file: 'made.rsc', dialect });

describe('intent → RouterOS → intent', () => {
  it('stands for the same statements, and nothing is lost or added', () => {
    fc.assert(
      fc.property(anyIntent, stated => {
        const text = textOf(stringify(stated));
        const result = read(text, 'v7');
        expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const back = intentFromRouter(result.router, result.secrets);
        expect(back.refused.map(({ what }) => what)).toEqual([]);
        expect([back.lost, back.added, back.kept]).toEqual([[], [], []]);
        const twice = read(textOf(back.yaml), 'v7');
        const again = intentFromRouter(twice.router, twice.secrets);
        expect(again.yaml).toBe(back.yaml);
        // Passwords are masked in both.
        expect([...twice.secrets.values()]).toEqual([...result.secrets.values()]);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const texts = readdirSync(examples).flatMap(folder =>
  readdirSync(`${examples}${folder}`)
    .filter(name => name.endsWith('.rsc'))
    .map(name => `${folder}/${name}`),
);

describe('RouterOS → intent', () => {
  it.each(texts)('%s: each row of it is in the intent, or said not to be', file => {
    const { router } = read(readFileSync(`${examples}${file}`, 'utf8'));
    const { lost, added, made, refused, kept } = intentFromRouter(router);
    expect(kept).toEqual(router.kept);
    if (refused.length > 0) return;
    for (const row of lost) expect(row.origin?.span.start.line).toBeGreaterThan(0);
    // Of firewall rules nothing can be merged: what is not lost is there, and what is there and was not is added.
    const count = ({ firewall: { ipv4 } }: typeof made): number => Object.values(ipv4).flat().length;
    const ofRules = (rows: typeof lost): number =>
      rows.filter(({ menu }) => /^\/ip firewall (?:filter|mangle|nat|raw)$/.test(menu)).length;
    expect(count(router) - ofRules(lost)).toBe(count(made) - ofRules(added));
  });

  it('the repaired paper → all of it', () => {
    const { router } = read(readFileSync(`${examples}paper-fixed/paper-fixed.rsc`, 'utf8'));
    const { lost, added, kept, refused } = intentFromRouter(router);
    expect([lost, added, kept, refused]).toEqual([[], [], [], []]);
  });
});

/** Two lines with written addresses; their routes say `check`. */
const twoLines = (check: string): string => `/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/ip address add address=192.168.88.1/24 interface=ether3
/ip address add address=203.0.113.2/30 interface=ether1
/ip address add address=198.51.100.2/30 interface=ether2
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/ip route add distance=1 gateway=203.0.113.1 ${check}
/ip route add distance=2 gateway=198.51.100.1 ${check}
`;

it.each([
  ['check-gateway=ping', undefined],
  ['check-gateway=arp', undefined],
  ['check-gateway=none', 'none'],
  ['', 'none'],
  ['check-gateway=ping disabled=yes', 'none'],
])('next hops with %j → health: %s, so that a silent one is noticed as before', (check, health) => {
  const { stated, refused } = intentFromRouter(read(twoLines(check)).router);
  expect(refused).toEqual([]);
  expect((stated as { readonly health?: string }).health).toBe(health);
});
