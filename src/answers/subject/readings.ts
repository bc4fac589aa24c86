import { dialledLines, isVersionOpen, type Router } from '../../model/index.ts';
import { type Config, withLines } from '../../reading/index.ts';
import type { InEveryLanguage } from '../../text/index.ts';
import { lookedAt, type SaidOfText } from './said.ts';

const en = {
  differ:
    'The text does not show which RouterOS it is for, and the answer depends on it (say --dialect v6 or --dialect v7).',
  as: (version: string) => `Read as RouterOS ${version}:`,
};

const id: typeof en = {
  differ:
    'Teks ini tidak menunjukkan untuk RouterOS versi berapa, dan jawabannya bergantung padanya (tulis --dialect v6 atau --dialect v7).',
  as: version => `Dibaca sebagai RouterOS ${version}:`,
};

/** What is said of a text whose answer depends on its version. */
export const readingsWords: InEveryLanguage<typeof en> = { en, id };

/** The same text as RouterOS 6, where nothing in it shows its version and the answer could depend on that. */
export function otherReading(config: Config, options: SaidOfText): Config | undefined {
  const { router } = config;
  if (options.dialect !== undefined || !isVersionOpen(router.version) || !couldDiffer(router))
    return undefined;
  return withLines(config, [], { ...lookedAt(options), dialect: 'v6' });
}

/** Versions differ in what they make of marks and routing rules, and of routes where there are several. */
function couldDiffer(router: Router): boolean {
  const { routes, routingRules, vrfs, dhcpClients, firewall } = router;
  const isOn = (item: { readonly disabled: boolean }): boolean => !item.disabled;
  const ways = [...routes.filter(isOn), ...dhcpClients.filter(isOn), ...dialledLines(router)];
  const isMarking = firewall.ipv4.mangle.some(rule => isOn(rule) && rule.action.kind === 'mark-routing');
  return isMarking || routingRules.some(isOn) || vrfs.some(isOn) || ways.length > 1;
}
