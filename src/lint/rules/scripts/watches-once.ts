import { type Item, type PlainItem, type Router, scheduleOf } from '../../../model/index.ts';
import { calledBy, linesOf, scriptsOf } from '../../ask/scripts/index.ts';
import { set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';

/** A script that looks whether a line is well, and runs at startup alone (docs/routeros.md#scheduler). */
export const watchesOnce: Rule = {
  id: 'scripts/watches-once',
  level: 'warning',
  title: { en: 'A watcher that runs only at startup', id: 'Pengawas yang hanya berjalan saat startup' },
  why: {
    en: 'start-time=startup without interval= runs once, 3 s after the router starts: a line that dies later is not noticed.',
    id: 'start-time=startup tanpa interval= berjalan sekali, 3 detik setelah router menyala: jalur yang mati sesudahnya tidak ketahuan.',
  },
  check: ({ router }) =>
    router.plain
      .filter(item => item.menu === '/system scheduler' && !item.disabled && scheduleOf(item) === 'startup')
      .flatMap(scheduler => finding(router, scheduler)),
};

function finding(router: Router, scheduler: PlainItem): Found[] {
  const called = calledBy(router, scheduler.properties['on-event'] ?? '').map(({ script }) => script);
  const watcher = [scheduler, ...called].find(item => isWatcher(router, item));
  if (!watcher || isRunElsewhere(router, scheduler, watcher)) return [];
  return [
    {
      at: scheduler,
      what: {
        en: 'This scheduler looks once, when the router starts, whether the line is well, and never again.',
        id: 'Scheduler ini memeriksa jalur sekali saja, saat router menyala, dan tidak pernah lagi.',
      },
      do: {
        en: 'Add interval=10s; RouterOS then begins with the first interval.',
        id: 'Tambahkan interval=10s; RouterOS lalu mulai dari interval pertama.',
      },
      ...(watcher !== scheduler && {
        related: [{ at: watcher, text: { en: 'The script.', id: 'Skripnya.' } }],
      }),
      fix: {
        changes: [set(scheduler, 'interval', '10s')],
        isSafe: false,
        note: {
          en: 'The script must stand being run again while nothing has changed.',
          id: 'Skrip harus aman dijalankan berulang kali walaupun tidak ada yang berubah.',
        },
      },
    },
  ];
}

/** It asks how a line is, and changes where packets go; one that goes round in a loop, or starts others, watches on. */
function isWatcher(router: Router, item: Item): boolean {
  const lines = linesOf(router).filter(({ held }) => held.item === item);
  const texts = lines.map(({ statement }) => `${statement.menu} ${statement.text}`.trim());
  const changes = lines.some(
    ({ statement: { menu, text } }) => steers.test(menu) && /^(?:set|enable|disable|add|remove)\b/.test(text),
  );
  return changes && texts.some(text => asks.test(text)) && !texts.some(text => goesOn.test(text));
}

const steers = /^\/(?:ip (?:route|dhcp-client|firewall (?:nat|mangle))|routing rule|interface(?: [\w-]+)?)$/;
const asks =
  /(?:^|[[/ ])ping +[\d$"a]|\[ ?\/?(?:interface [\w -]*get [^\]]*running|ip route [\w ]*active)|monitor [^\]]*once/;
const goesOn =
  /^:(?:while|for|foreach)\b|^:do \{[\s\S]*\} while\b|\bwhile=|script run\b|:execute|system scheduler/;

/** Something else runs it too: another scheduler, netwatch, a lease. */
const isRunElsewhere = (router: Router, scheduler: Item, watcher: Item): boolean =>
  scriptsOf(router).some(
    ({ item, text }) =>
      item !== scheduler &&
      item !== watcher &&
      calledBy(router, text).some(({ script }) => script === watcher),
  );
