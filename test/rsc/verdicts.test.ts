import { describe, expect, it } from 'vitest';
import { dialledLines, type FirewallRule, hasRoom, type Router } from '../../src/model/index.ts';
import { type FileVerdict, prove } from '../../src/prove/index.ts';
import { assumeWorld, withAssumedPorts } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

/** Why a text is no configuration of a gateway; undefined: it is one, with networks, routes, or rules that choose a way. */
function whyNone(router: Router): string | undefined {
  const { addresses, dhcpClients, routes, firewall } = router;
  const isOn = (item: { readonly disabled: boolean }): boolean => !item.disabled;
  const networks = [...addresses.filter(hasRoom), ...dhcpClients, ...routes].filter(isOn);
  const chosen = firewall.ipv4.mangle.filter(rule => isOn(rule) && choosesAWay(rule));
  if (networks.length + dialledLines(router).length + chosen.length > 0) return undefined;
  const rules = Object.values(firewall.ipv4).flat().length;
  if (rules > 0) return 'rules alone, without networks and routes';
  const uncertain = router.kept.filter(({ reason }) => reason === 'not-evaluated').length;
  return uncertain > 0 ? 'a script whose effect depends on the router it runs on' : 'other menus alone';
}

const choosesAWay = ({ action, matchers }: FirewallRule): boolean =>
  action.kind === 'mark-routing' || matchers.some(({ kind }) => kind === 'per-connection-classifier');

const verdicts = new Map<string, FileVerdict | undefined>();
const others = new Map<string, string[]>();

// Skipped by name: the public configurations (../shared/corpus) have no licence and are not in this repository.
describe.skipIf(!hasCorpus)('public configurations (skipped where ../shared/corpus is absent)', () => {
  it.each(corpusFiles().map(({ name, text }) => [name, text] as const))(
    '%s: proved',
    (name, text) => {
      const router = withAssumedPorts(readRouterOs(text, { file: name }).router);
      const why = whyNone(router);
      if (why === undefined)
        verdicts.set(name, prove(router, assumeWorld(router).world, { engine: 'routeros' }).verdict);
      else others.set(why, [...(others.get(why) ?? []), name]);
      expect(verdicts.has(name) || why !== undefined).toBe(true);
    },
    300_000,
  );

  it('at least 95 % of those that are configurations → a verdict', () => {
    const counts = new Map<string, number>();
    for (const verdict of verdicts.values()) counts.set(`${verdict}`, (counts.get(`${verdict}`) ?? 0) + 1);
    const none = [...verdicts].filter(([, verdict]) => verdict === 'not-judged').map(([name]) => name);
    const kinds = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
    const rest = [...others].map(([why, names]) => `${names.length} ${why}`).join('; ');
    process.stdout.write(
      `${verdicts.size} configurations: ${kinds}. Not judged: ${none.join(', ') || 'none'}. Others: ${rest}.\n`,
    );
    expect(verdicts.size).toBeGreaterThan(80);
    expect(none.length / verdicts.size).toBeLessThanOrEqual(0.05);
  });
});
