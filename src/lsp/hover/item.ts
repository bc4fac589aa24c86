import { type FirewallRule, rulesOf } from '../../model/index.ts';
import { families } from '../../net/index.ts';
import { type RibRoute, whyText } from '../../rib/index.ts';
import type { InEveryLanguage } from '../../text/index.ts';
import type { OpenText } from '../text/open-text.ts';
import { actionText } from './actions.ts';
import { conditionText } from './conditions.ts';
import { routingMarksOf } from './leads.ts';
import { leadText } from './name.ts';
import { type SetOfRules, setOf, shareOf } from './shares.ts';

const en = {
  rule: (table: string, chain: string) => `Rule of chain **${chain}** (${table}).`,
  off: 'It is disabled: no packet is asked.',
  all: 'All packets that come here',
  that: (conditions: string) => `Packets that ${conditions}`,
  and: ' and ',
  set: (shares: string) => `Of what comes to this set of rules: ${shares}.`,
  missing: (remainders: string) => `Nobody takes remainder ${remainders}.`,
  own: (percent: string) => `Takes ${percent} of the packets that are counted here.`,
  active: (route: string, table: string) => `Route to ${route} in table **${table}**: active.`,
  idle: (route: string, table: string) => `Route to ${route} in table **${table}**: not active.`,
  assumed: 'While all lines are up, and with what the text leaves open assumed as `jalur routes` prints it.',
};

const id: typeof en = {
  rule: (table, chain) => `Aturan di chain **${chain}** (${table}).`,
  off: 'Aturan ini disabled: tidak ada paket yang diperiksa.',
  all: 'Semua paket yang sampai di sini',
  that: conditions => `Paket yang ${conditions}`,
  and: ' dan ',
  set: shares => `Dari yang sampai ke kelompok aturan ini: ${shares}.`,
  missing: remainders => `Tidak ada yang mengambil sisa ${remainders}.`,
  own: percent => `Mengambil ${percent} dari paket yang dihitung di sini.`,
  active: (route, table) => `Rute ke ${route} dalam tabel **${table}**: aktif.`,
  idle: (route, table) => `Rute ke ${route} dalam tabel **${table}**: tidak aktif.`,
  assumed:
    'Selama semua jalur hidup, dan dengan asumsi seperti yang dicetak `jalur routes` untuk hal yang tidak disebut.',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What the item at an offset does, in plain words; empty where nothing is known of it. */
export function itemText(text: OpenText, offset: number): readonly string[] {
  const covers = ({ origin }: Pick<FirewallRule, 'origin'>): boolean =>
    origin.span.start.offset <= offset && offset <= origin.span.end.offset && origin.menu !== '';
  const rule = families.flatMap(family => rulesOf(text.router, family)).find(covers);
  if (rule) return ruleText(text, rule);
  const routes = text.rib.routes.filter(covers);
  return routes.length === 0
    ? []
    : [...routes.map(route => routeText(text, route)), words[text.language].assumed];
}

function ruleText(text: OpenText, rule: FirewallRule): readonly string[] {
  const { language, router } = text;
  const say = words[language];
  const conditions = listed(
    rule.matchers.map(one => conditionText(one, language)),
    say.and,
  );
  const who = conditions === '' ? say.all : say.that(conditions);
  const set = setOf(router, rule);
  return [
    `${say.rule(rule.table, rule.chain)}${rule.disabled ? ` ${say.off}` : ''}`,
    `${who}: ${actionText(rule.action, language)}.`,
    ...(set ? [setText(set, text)] : shareText(rule, text)),
    ...ledTo(text, rule),
  ];
}

/** `a, b and c` */
const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${and}${parts.at(-1)}`;

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

function setText({ shares, missing }: SetOfRules, { language }: OpenText): string {
  const say = words[language];
  const parts = shares.map(({ owner, share }) => `${owner} ${percent(share)}`).join(', ');
  return [say.set(parts), ...(missing.length > 0 ? [say.missing(missing.join(', '))] : [])].join(' ');
}

function shareText(rule: FirewallRule, { language }: OpenText): readonly string[] {
  const share = shareOf(rule);
  return share === undefined ? [] : [words[language].own(percent(share))];
}

function ledTo(text: OpenText, { action }: FirewallRule): readonly string[] {
  if (action.kind === 'mark-routing') return [leadText(text, action.mark)];
  if (action.kind !== 'mark-connection') return [];
  return routingMarksOf(text, action.mark).map(mark => `**${mark}**: ${leadText(text, mark)}`);
}

function routeText({ language }: OpenText, route: RibRoute): string {
  const say = words[language];
  const head = route.active
    ? say.active(route.destination, route.table)
    : say.idle(route.destination, route.table);
  const reasons = route.active
    ? route.gateways.map(({ why }) => whyText(why, language))
    : route.why
      ? [whyText(route.why, language)]
      : [];
  return [head, ...reasons].join(' ');
}
