import { type ConditionCode, condition, conditions, type FactsOf } from '../src/gateway/conditions/index.ts';

// docs/conditions.md from the conditions of src/gateway/conditions. test/conditions-page.test.ts holds the two together and
// rewrites the page with UPDATE_GOLDENS=1.

const head = `# Conditions of a gateway

Generated from \`src/gateway/conditions\`; do not edit (\`UPDATE_GOLDENS=1 npx vitest run test/conditions-page.test.ts\`).

What is wrong while \`jalur run\` runs, and lasts, is a condition: \`jalur status\` lists those that are open with what to do, \`jalur
events\` says when each came and went, and both have its code, which never changes, with \`--json\` also its facts and its place here
(\`doc\`). Each is open once for what it is about. The sentences below are examples.
`;

const trouble = { what: 'nft refused the table: Permission denied.', do: 'Run it as root.' };

/** One of each. */
const examples: { readonly [C in ConditionCode]: FactsOf<C> } = {
  'gateway/apply-failed': trouble,
  'gateway/refused': { what: 'There is no interface ether5.', do: 'Compare the configuration with ip link.' },
  'gateway/forwarding-closed': {},
  'gateway/foreign-drop': { rule: 'chain FORWARD of table ip filter (Docker): policy drop' },
  'gateway/foreign-manager': { interface: 'ether1', by: 'NetworkManager' },
  'gateway/changed-by-others': {
    reason: 'nft (process 123) changed the firewall',
    change: 'reload the changed nft table inet jalur',
    more: 0,
  },
  'gateway/config-refused': {
    file: 'office.rsc',
    objection: 'office.rsc:12:1 The kernel refuses this rule.',
  },
  'gateway/unconfirmed': { file: 'office.rsc', seconds: 60 },
  'gateway/rolled-back': { file: 'office.rsc', when: 'in-time' },
  'gateway/effect-failed': { effect: 'save', what: 'ENOSPC: no space left on device.', do: 'Make room.' },
  'gateway/journal': { trouble: 'unwritten', said: 'no space left on device' },
  'gateway/notify-failed': {
    ...{ failing: 'undelivered', receiver: 'phone' },
    said: 'ntfy.sh refuses the connection',
  },
  'gateway/service-died': { service: 'dhcp client ether1', said: 'bad option', againMs: 200 },
  'gateway/probe-failed': { check: 'ping 8.8.4.4%ether1', error: 'ENODEV' },
  'gateway/lease-refused': {
    ...{ interface: 'ether1', given: '192.168.88.77/24', instead: '' },
    ...{ part: 'address', value: '192.168.88.77', why: 'inside', of: 'bridge', network: '192.168.88.0/24' },
  },
  'gateway/lease-part': { interface: 'ether1', part: 'mtu', value: '68', why: 'too-small' },
  'gateway/lease-lost': { interface: 'ether1', given: '10.10.10.254/24' },
  'gateway/line-down': { interface: 'ether1', cause: 'upstream' },
  'gateway/line-degraded': {
    ...{ interface: 'ether1', cause: 'loss' },
    ...{ lossPercent: 25, roundTripMs: 30, jitterMs: 4 },
  },
  'gateway/bfd-unsupported': { address: '10.10.10.1' },
  'gateway/script-uncertain': {
    script: 'down-script of office.rsc:12',
    line: 12,
    text: '/ip route disable [find where comment=$name]',
  },
  'gateway/script-held': { host: '9.9.9.9', runs: 6, seconds: 120 },
  'gateway/undo-incomplete': { what: 'Could not delete rule 27001.', do: 'Run jalur undo again.' },
};

/** The page as Markdown. */
export function conditionsPage(): string {
  return [head, ...(Object.keys(conditions) as ConditionCode[]).map(section)].join('\n');
}

function section<C extends ConditionCode>(code: C): string {
  const { severity, title, what, do: todo, clears } = condition(code, examples[code]);
  const [, name = ''] = code.split('/');
  return [
    `## ${name}`,
    '',
    `\`${code}\`, ${severity}: ${title}.`,
    '',
    `> ${escaped(what)} ${escaped(todo)}`,
    '',
    `${clears}`,
    '',
  ].join('\n');
}

const escaped = (text: string): string => text.replace(/[<>*]/g, sign => `\\${sign}`);
