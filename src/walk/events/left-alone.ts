import { type Item, type Netwatch, type Router, semanticsOf } from '../../model/index.ts';
import { isIpv4 } from '../../net/index.ts';
import { type HeldScript, uncertainScripts } from '../../rsc/index.ts';
import { type InEveryLanguage, inEvery, type Span } from '../../text/index.ts';
import type { Placed } from '../unsupported/placed.ts';
import { atTimes } from './scripts.ts';
import { isEffective } from './watched.ts';

/** A script that our Linux program does not carry out though it would change something. */
export interface LeftAlone {
  readonly item: Item;
  /**
   * `uncertain`: a statement of it, at `at`; `probe`: how it asks its host; `test`: it runs with every probe; `hour`: it
   * runs at its hour, or more rarely than every hour.
   */
  readonly why: 'uncertain' | 'probe' | 'test' | 'hour';
  readonly at?: Span | undefined;
}

/** Scripts that our Linux program does not carry out, each item once. */
export function scriptsLeftAlone(router: Router): LeftAlone[] {
  const changing = (one: HeldScript) => isEffective(router, one);
  const tests = router.netwatch.filter(
    item => !item.disabled && changing({ item, property: 'test-script', text: testScriptOf(item) }),
  );
  const found: LeftAlone[] = [
    ...unasked(router, changing).map((item): LeftAlone => ({ item, why: 'probe' })),
    ...tests.map((item): LeftAlone => ({ item, why: 'test' })),
    ...atTimes(router)
      .filter(changing)
      .map(({ item }): LeftAlone => ({ item, why: 'hour' })),
    ...uncertainScripts(router).flatMap(({ item, at }): LeftAlone[] =>
      at && isEnabled(item) ? [{ item, why: 'uncertain', at }] : [],
    ),
  ];
  return [...new Map(found.reverse().map(one => [one.item, one])).values()].reverse();
}

const testScriptOf = ({ properties }: Netwatch): string => properties['test-script'] ?? '';

const isEnabled = ({ disabled }: Item): boolean => !disabled;

/** Netwatch whose hosts we have no way to ask. */
function unasked(router: Router, changing: (held: HeldScript) => boolean): Netwatch[] {
  const { netwatchTypes } = semanticsOf(router.version, 'linux');
  return router.netwatch
    .filter(({ disabled, type, host }) => !disabled && !(netwatchTypes.includes(type) && isIpv4(host)))
    .filter(
      item =>
        changing({ item, property: 'up-script', text: item.upScript }) ||
        changing({ item, property: 'down-script', text: item.downScript }),
    );
}

/** What is not carried out, as findings about the text. */
export const leftAloneFindings = (router: Router): Placed[] => scriptsLeftAlone(router).map(findingOf);

function findingOf({ item: { origin }, why, at }: LeftAlone): Placed {
  return {
    finding: {
      id: 'linux/script-not-carried-out',
      severity: 'error',
      what: inEvery(language => {
        const say = words[language];
        return say.script(origin.menu, say.reasons[why](at));
      }),
      why: inEvery(language => words[language].stays),
      do: inEvery(language => words[language].instead),
    },
    span: origin.span,
  };
}

const en = {
  script: (menu: string, why: string) =>
    `The script of this item of ${menu} is not carried out on Linux: ${why}.`,
  reasons: {
    uncertain: at => `what ${at ? `line ${at.start.line}` : 'a statement'} of it does is not certain`,
    probe: () => 'hosts are asked by simple, icmp and tcp-conn alone, at an IPv4 address',
    test: () => 'test-script is not run',
    hour: () => 'only what the scheduler runs at startup or at least every hour is run',
  } as Reasons,
  stays: 'What it would switch stays as the text states it.',
  instead:
    'Use check-gateway or recursive routes for failover, or a script that only enables, disables, sets, adds or removes.',
};

const id: typeof en = {
  script: (menu, why) => `Script pada item ${menu} ini tidak dijalankan di Linux: ${why}.`,
  reasons: {
    uncertain: at => `yang dilakukan ${at ? `baris ${at.start.line}` : 'sebuah perintah'} tidak pasti`,
    probe: () => 'host hanya ditanya dengan simple, icmp, dan tcp-conn, pada alamat IPv4',
    test: () => 'test-script tidak dijalankan',
    hour: () => 'hanya yang dijalankan scheduler saat startup atau paling jarang tiap jam yang dijalankan',
  },
  stays: 'Yang akan diubahnya tetap seperti tertulis di teks.',
  instead:
    'Pakai check-gateway atau rute recursive untuk failover, atau script yang hanya enable, disable, set, add, atau remove.',
};

type Reasons = Readonly<Record<LeftAlone['why'], (at: Span | undefined) => string>>;

const words: InEveryLanguage<typeof en> = { en, id };
