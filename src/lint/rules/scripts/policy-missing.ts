import type { Item, PlainItem, Router } from '../../../model/index.ts';
import { calledBy, linesOf, type Rights, rightsOf } from '../../ask/scripts/index.ts';
import { set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';

/** A script does what its policies do not allow (docs/routeros.md#rights-of-scripts). */
export const policyMissing: Rule = {
  id: 'scripts/policy-missing',
  level: 'error',
  title: { en: 'A script without the policy that it needs', id: 'Skrip tanpa policy yang dibutuhkannya' },
  why: {
    en: 'The script ends at the first statement that its policies do not allow; only the log says "not enough permissions".',
    id: 'Skrip berhenti di perintah pertama yang tidak diizinkan policy-nya; hanya log yang menulis "not enough permissions".',
  },
  check: ({ router }) =>
    router.plain
      .filter(item => !item.disabled && isRunWithOwnRights(router, item))
      .flatMap(item => finding(router, item)),
};

function finding(router: Router, item: PlainItem): Found[] {
  const allowed = rightsOf(item);
  const need = allowed && firstNeed(router, item, allowed);
  if (!need) return [];
  const { right, text } = need;
  const all = [...allowed, right].join(',');
  return [
    {
      at: item,
      what: {
        en: `Without the policy ${right}, "${text}" is refused.`,
        id: `Tanpa policy ${right}, "${text}" ditolak.`,
      },
      do: { en: `Use policy=${all}.`, id: `Pakai policy=${all}.` },
      fix: {
        changes: [set(item, 'policy', all)],
        isSafe: false,
        note: { en: `The script may then use ${right}.`, id: `Skrip lalu boleh memakai ${right}.` },
      },
    },
  ];
}

/** A scheduler's own code, and stored scripts that an event names alone. */
function isRunWithOwnRights(router: Router, item: PlainItem): boolean {
  if (item.menu === '/system scheduler')
    return calledBy(router, item.properties['on-event'] ?? '').length === 0;
  return (
    item.menu === '/system script' &&
    eventsOf(router).some(event =>
      calledBy(router, event).some(({ script, isByName }) => isByName && script === item),
    )
  );
}

const eventsOf = ({ plain, netwatch }: Router): string[] => [
  ...plain.flatMap(({ properties }) => ['on-event', 'on-up', 'on-down'].map(name => properties[name] ?? '')),
  ...netwatch.flatMap(({ upScript, downScript }) => [upScript, downScript]),
];

function firstNeed(router: Router, item: Item, allowed: Rights) {
  for (const { held, statement } of linesOf(router)) {
    if (held.item !== item) continue;
    const right = rightFor(statement.menu, statement.text);
    if (right !== undefined && !allowed.has(right)) return { right, text: shortened(statement) };
  }
  return undefined;
}

/** What `/user` says of the policies: write alters the configuration, test runs ping, fetch and e-mail. */
function rightFor(menu: string, text: string): 'write' | 'test' | 'reboot' | undefined {
  if (menu === '/system' && /^reboot\b/.test(text)) return 'reboot';
  if (/^(?:\/tool|\/tool e-mail|)$/.test(menu) && tests.test(text)) return 'test';
  return /^\/(?:ip|interface|routing|queue|ppp|tool netwatch)\b/.test(menu) &&
    /^(?:set|add|remove|enable|disable|move)\b/.test(text) &&
    !/^(?:set|enable|disable|remove) *(?:\[ *\]|"")/.test(text)
    ? 'write'
    : undefined;
}

const tests = /^(?:fetch|traceroute|send)\b|(?:^|[[/ ])ping +[\d$"a]/;

const shortened = ({ menu, text }: { readonly menu: string; readonly text: string }): string => {
  const whole = `${menu} ${text}`.trim();
  return whole.length > 60 ? `${whole.slice(0, 57)}…` : whole;
};
