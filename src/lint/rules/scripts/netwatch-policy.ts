import { existsIn, type Gate, type Netwatch, type PlainItem, type Router } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** That netwatch has limits of its own is established for these. */
const limits: Gate = { dialect: 'v7' };

/** What netwatch may do itself. */
const allowed: readonly string[] = ['read', 'write', 'test', 'reboot'];

/** Netwatch does not run scripts that may do more than itself (docs/routeros.md#netwatch). */
export const netwatchPolicy: Rule = {
  id: 'scripts/netwatch-policy',
  level: 'error',
  title: { en: `Netwatch may not run its script`, id: `Netwatch tidak boleh menjalankan skripnya` },
  why: {
    en: `A script that asks for more than read, write, test and reboot is not executed by netwatch of RouterOS 7, and nothing says so but the log.`,
    id: `Skrip yang meminta lebih dari read, write, test dan reboot tidak dijalankan netwatch RouterOS 7; hanya log yang menyebutkannya.`,
  },
  check: ({ router }) =>
    !existsIn(limits, router.version)
      ? []
      : router.netwatch.flatMap(probe => {
          const script = probe.disabled ? undefined : scriptOf(router, probe);
          const more = script ? beyond(script) : [];
          return script && more.length > 0
            ? {
                at: script,
                what: {
                  en: `Netwatch of ${probe.host} runs this script, which asks for ${more.join(', ')}: it is not executed.`,
                  id: `Netwatch ${probe.host} menjalankan skrip ini, yang meminta ${more.join(', ')}: skrip tidak dijalankan.`,
                },
                do: {
                  en: 'Use policy=read,write,test, or dont-require-permissions=yes.',
                  id: 'Pakai policy=read,write,test, atau dont-require-permissions=yes.',
                },
                related: [{ at: probe, text: { en: 'It runs from here.', id: 'Dijalankan dari sini.' } }],
              }
            : [];
        }),
};

/** The script that a probe names. */
const scriptOf = ({ plain }: Router, { upScript, downScript }: Netwatch): PlainItem | undefined =>
  plain.find(
    ({ menu, properties }) =>
      menu === '/system script' && [upScript.trim(), downScript.trim()].includes(properties['name'] ?? ' '),
  );

const beyond = ({ properties }: PlainItem): string[] =>
  properties['dont-require-permissions'] === 'yes'
    ? []
    : (properties['policy'] ?? '').split(',').filter(one => one !== '' && !allowed.includes(one));
