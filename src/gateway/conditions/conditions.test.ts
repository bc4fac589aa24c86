import { describe, expect, it } from 'vitest';
import type { LineVerdict } from '../../health/index.ts';
import type { Lease } from '../../rib/index.ts';
import { type Applied, type CoreEvent, type GatewayState, initialState, step } from '../core/index.ts';
import { links, runConfig, twoWans } from '../testing/run-config.ts';
import { type ConditionCode, condition, conditions, type OpenConditions } from './index.ts';

const done: Applied = { changes: [], problems: [] };
const failed = { kind: 'failed', error: { what: 'EPERM', do: 'Run as root.' } } as const;
const refused: Applied = { changes: [], problems: [{ what: 'No such interface.', do: 'See ip link.' }] };

/** One whole turn: a cause, what the kernel shows, what the apply says. */
const turn = (applied: Extract<CoreEvent, { kind: 'applied' }>['result']): CoreEvent[] => [
  { kind: 'drift', atMs: 1, reason: 'test' },
  { kind: 'observed', atMs: 2, result: { kind: 'done', interfaces: links() } },
  { kind: 'applied', atMs: 3, sinceMs: 3, result: applied },
];
const fine = turn({ kind: 'done', ...done });
const run = (state: GatewayState, events: readonly CoreEvent[]): GatewayState =>
  events.reduce((before, event) => step(before, event).state, state);

const bfd = runConfig(twoWans.replace('check-gateway=ping distance=1', 'check-gateway=bfd distance=1'));
/** The DHCP server of ether3 gives this, and an otherwise good lease. */
function leased(given: Partial<Lease>): CoreEvent[] {
  const lease: Lease = {
    ...{ interface: 'ether3', address: { address: '30.30.30.2', length: 24 }, gateway: '30.30.30.1' },
    ...{ dns: [], leaseTime: 3_600_000, ...given },
  };
  return [{ kind: 'lease', atMs: 4, interface: 'ether3', lease }, ...fine];
}

const started = run(initialState(runConfig(), 1), [...fine, ...leased({})]);
const [check] = started.checks;
if (!check) throw new Error('nothing is checked');

/** A line at jalur's pace, and what is said of it. */
function watching(status: LineVerdict['status'], cause?: LineVerdict['cause']): CoreEvent[] {
  const config = { ...runConfig(), pace: 'jalur' } as const;
  const evidence = {
    silentMs: 300,
    lost: 5,
    asked: ['ping 10.10.10.1'],
    loss: 0.25,
    roundTripMs: 30,
    jitterMs: 4,
  };
  const verdict = { status, cause, silent: [] };
  return [
    { kind: 'config', atMs: 4, config },
    ...fine,
    { kind: 'line', atMs: 6, line: 'ether1', verdict, evidence },
    ...fine,
  ];
}

/** A configuration that asks a host, and one verdict after the other about it. */
function asking(scripts: string, statuses: readonly ('up' | 'down')[]): CoreEvent[] {
  const config = runConfig(`${twoWans}/tool netwatch add host=9.9.9.9 ${scripts}\n`);
  const asked: CoreEvent[] = [{ kind: 'config', atMs: 4, config }, ...fine];
  const [host] = run(started, asked).scripts.hosts;
  if (!host) throw new Error('no host is asked');
  const told = statuses.flatMap((status): CoreEvent[] => [
    { kind: 'host', atMs: 5, check: host, status },
    ...fine,
  ]);
  return [...asked, ...told];
}
const uncertain = asking('down-script="/ip route disable [find distance=\\$x]"', ['down']);
const flapping = asking(
  'down-script="/ip route disable [find distance=1]"',
  Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? 'up' : 'down')),
);
const withoutHost: CoreEvent[] = [{ kind: 'config', atMs: 6, config: runConfig() }, ...fine];

const withoutClient: CoreEvent[] = [
  { kind: 'config', atMs: 6, config: runConfig(twoWans.replace(/^.*dhcp-client.*$/m, '')) },
  ...fine,
];

const service = { kind: 'service', atMs: 4, name: 'dns' } as const;
const died = { ...service, state: { kind: 'died', said: 'bad option', againMs: 200 } } as const;

interface Story {
  readonly causes: readonly CoreEvent[];
  /** Each way that clears it. */
  readonly clears: readonly (readonly CoreEvent[])[];
}

const onTrial: CoreEvent[] = [{ kind: 'config', atMs: 4, config: runConfig(), trialMs: 60_000 }, ...fine];

/** What causes each condition and what clears it. `gateway/undo-incomplete` comes at the end only: nothing follows. */
const stories: Readonly<Record<Exclude<ConditionCode, 'gateway/undo-incomplete'>, Story>> = {
  'gateway/apply-failed': { causes: turn(failed), clears: [fine] },
  'gateway/refused': { causes: turn({ kind: 'done', ...refused }), clears: [fine] },
  'gateway/journal': {
    causes: [{ kind: 'journal', atMs: 4, troubles: [{ trouble: 'unwritten', said: 'no space left' }] }],
    clears: [[{ kind: 'journal', atMs: 5, troubles: [] }]],
  },
  'gateway/notify-failed': {
    causes: [
      {
        kind: 'notify',
        atMs: 4,
        troubles: [{ failing: 'undelivered', receiver: 'phone', said: 'HTTP 401' }],
      },
    ],
    clears: [[{ kind: 'notify', atMs: 5, troubles: [] }]],
  },
  'gateway/effect-failed': {
    causes: [{ kind: 'performed', atMs: 4, effect: 'save', error: failed.error }],
    clears: [[{ kind: 'performed', atMs: 5, effect: 'save' }]],
  },
  'gateway/service-died': {
    causes: [died],
    clears: [[{ ...service, state: { kind: 'steady' } }], [{ ...service, state: { kind: 'stopped' } }]],
  },
  'gateway/lease-refused': {
    causes: leased({ address: { address: '127.0.0.1', length: 24 } }),
    clears: [leased({}), withoutClient],
  },
  'gateway/lease-part': { causes: leased({ gateway: undefined }), clears: [leased({}), withoutClient] },
  'gateway/lease-lost': {
    causes: [{ kind: 'lease', atMs: 5, interface: 'ether3' }, ...fine],
    clears: [leased({}), withoutClient],
  },
  'gateway/line-down': { causes: watching('down', 'upstream'), clears: [watching('up')] },
  'gateway/line-degraded': { causes: watching('degraded', 'loss'), clears: [watching('up')] },
  'gateway/probe-failed': {
    causes: [{ kind: 'probe-sending', atMs: 4, key: check.key, error: 'ENODEV' }],
    clears: [
      [{ kind: 'probe-sending', atMs: 5, key: check.key }],
      [
        {
          kind: 'config',
          atMs: 5,
          config: runConfig('/ip address add address=10.0.0.1/24 interface=ether1\n'),
        },
        ...fine,
      ],
    ],
  },
  'gateway/bfd-unsupported': {
    causes: [{ kind: 'config', atMs: 4, config: bfd }, ...fine],
    clears: [[{ kind: 'config', atMs: 5, config: runConfig() }, ...fine]],
  },
  'gateway/changed-by-others': {
    causes: turn({ kind: 'done', changes: ['add rule 1000'], problems: [] }),
    clears: [[{ kind: 'timer', atMs: 60_010, name: 'drift' }]],
  },
  'gateway/foreign-drop': {
    causes: [{ kind: 'foreign', atMs: 4, drops: ['chain FORWARD of table ip filter: policy drop'] }],
    clears: [[{ kind: 'foreign', atMs: 5, drops: [] }]],
  },
  'gateway/foreign-manager': {
    causes: [{ kind: 'managers', atMs: 4, managers: [{ interface: 'ether1', by: 'NetworkManager' }] }],
    clears: [[{ kind: 'managers', atMs: 5, managers: [] }]],
  },
  'gateway/forwarding-closed': { causes: turn({ kind: 'done', ...done, closed: true }), clears: [fine] },
  'gateway/config-refused': {
    causes: [
      { kind: 'config-refused', atMs: 4, file: 'two.rsc', objection: 'two.rsc:3:1 It makes no sense.' },
    ],
    clears: [[{ kind: 'config', atMs: 5, config: runConfig() }]],
  },
  'gateway/unconfirmed': {
    causes: onTrial,
    clears: [[{ kind: 'confirmed', atMs: 6 }], [{ kind: 'config', atMs: 6, config: runConfig() }]],
  },
  'gateway/rolled-back': {
    causes: [{ kind: 'rolled-back', atMs: 4, file: 'two.rsc' }],
    clears: [[{ kind: 'config', atMs: 70_000, config: runConfig() }]],
  },
  'gateway/script-uncertain': { causes: uncertain, clears: [withoutHost] },
  'gateway/script-held': {
    causes: flapping,
    clears: [[{ kind: 'timer', atMs: 130_000, name: 'scripts' }, ...fine], withoutHost],
  },
};

const codes = (open: OpenConditions): readonly string[] => open.map(({ code }) => code);

describe.each(Object.entries(stories))('%s', (code, { causes, clears }) => {
  it('its cause → raised; what clears it → cleared', () => {
    const raised = run(started, causes);
    expect(codes(raised.conditions)).toEqual([code]);
    for (const way of clears) expect(codes(run(raised, way).conditions)).toEqual([]);
  });

  it('its cause comes twice → reported once', () => {
    const raised = run(started, causes);
    const again = causes.reduce(
      (before, event) => {
        const { state, effects } = step(before.state, event);
        const reported = effects.filter(effect => effect.kind === 'emit' && effect.event.type === 'problem');
        return { state, reported: before.reported + reported.length };
      },
      { state: raised, reported: 0 },
    );
    expect(again.reported).toBe(0);
  });

  it('something else happens → it stands', () => {
    const raised = run(started, causes);
    const other = {
      kind: 'service',
      atMs: 9,
      name: 'dhcp client ether3',
      state: { kind: 'steady' },
    } as const;
    expect(codes(run(raised, [other]).conditions)).toEqual([code]);
  });
});

describe('texts', () => {
  const facts = {
    ...{ what: 'WHAT', do: 'DO', effect: 'save' as const, service: 'SERVICE', said: 'SAID', againMs: 200 },
    ...{ given: '10.0.0.2/24', instead: '', part: 'gateway' as const, value: '10.0.0.1' },
    ...{ why: 'inside' as const, of: 'ether4', network: '10.0.0.0/24' },
    ...{ check: 'CHECK', error: 'ERROR', address: '10.0.0.1' },
    ...{
      host: '9.9.9.9',
      runs: 6,
      seconds: 120,
      script: 'SCRIPT',
      line: 7,
      reason: 'REASON',
      rule: 'RULE',
      change: 'CHANGE',
      file: 'FILE',
      objection: 'WHY',
      when: 'at-start' as const,
      more: 1,
      text: 'TEXT',
      by: 'dhcpcd',
      trouble: 'plain' as const,
      failing: 'storage' as const,
      receiver: 'phone',
    },
    ...{ interface: 'ether1', cause: 'loss', lossPercent: 25, roundTripMs: 30, jitterMs: 4 },
  } as const;

  it('every condition in every language → no part is empty, titles differ', () => {
    for (const code of Object.keys(conditions) as ConditionCode[]) {
      const [en, id] = (['en', 'id'] as const).map(language => condition(code, facts, language));
      for (const said of [en, id]) {
        expect([said?.title, said?.what, said?.do, said?.clears].every(Boolean), code).toBe(true);
      }
      expect(en?.title).not.toBe(id?.title);
      expect(en?.about).toBe(id?.about);
    }
  });

  it('a condition → its facts say it again in the other language', () => {
    const said = condition('gateway/service-died', { service: 'dns', said: 'bad option', againMs: 200 });
    expect(condition('gateway/service-died', said.facts as never, 'id').what).toBe(
      'Layanan dns berhenti sendiri: bad option',
    );
  });
});
