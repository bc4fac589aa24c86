import { describe, expect, it } from 'vitest';
import type { LineStatus } from '../occurrence.ts';
import { eventKinds } from '../receiver.ts';
import { type Desk, delivered, desk, phone } from '../testing/index.ts';

const line = (name: string, status: LineStatus, cause?: string) =>
  ({ kind: 'line', line: name, label: name, status, ...(cause && { cause }) }) as const;
const layout = (carriers: Readonly<Record<string, readonly string[]>>) =>
  ({ kind: 'layout', carriers }) as const;

/** Two lines that are up. */
function office(...options: Parameters<typeof desk>): Desk {
  const one = desk(...options);
  one.at(0, layout({ ether1: [], ether2: [] }));
  for (const name of ['ether1', 'ether2']) one.at(0, line(name, 'up'));
  return one;
}

const text = { title: 'T', what: 'W.', do: 'D.' };
const condition = (code: string, isOpen: boolean, more: object = {}) =>
  ({
    kind: 'condition',
    key: code,
    code,
    severity: 'error',
    isOpen,
    text: { en: text, id: text },
    ...more,
  }) as const;

describe('a line', () => {
  it('is up at the start → nobody is told', () => {
    const one = office();
    one.until(3600);
    expect(one.said()).toEqual([]);
  });

  it('down for long, then up → told after the wait; up with how long', () => {
    const one = office();
    one.at(100, line('ether1', 'down', 'upstream'));
    one.until(114);
    expect(one.said()).toEqual([]);
    one.until(115);
    expect(one.messages[0]?.statements).toMatchObject([
      { kind: 'line-down', cause: 'upstream', sinceMs: 100_000, isFound: false },
    ]);
    one.at(700, line('ether1', 'up'));
    one.until(720);
    expect(one.messages[1]?.statements).toMatchObject([{ kind: 'line-up', lastedMs: 600_000, times: 1 }]);
  });

  it('down and soon up → one message with how long', () => {
    const one = office();
    one.at(100, line('ether1', 'down', 'carrier'));
    one.at(112, line('ether1', 'up'));
    one.until(3600);
    expect(one.messages.map(({ statements }) => statements)).toMatchObject([
      [{ kind: 'line-was-down', cause: 'carrier', lastedMs: 12_000, times: 1, sinceMs: 100_000 }],
    ]);
  });

  it('degraded for a moment → nothing; for long → told, and when it is over', () => {
    const one = office();
    one.at(100, line('ether1', 'degraded'));
    one.at(105, line('ether1', 'up'));
    one.at(200, line('ether1', 'degraded'));
    one.at(300, line('ether1', 'up'));
    one.until(900);
    expect(one.said()).toEqual(['line-degraded ether1', 'line-fine ether1']);
  });

  it('down, then degraded → up again, but degraded', () => {
    const one = office();
    one.at(100, line('ether1', 'down'));
    one.at(200, line('ether1', 'degraded'));
    one.until(300);
    expect(one.messages[1]?.statements).toMatchObject([
      { kind: 'line-up', isDegraded: true, lastedMs: 100_000 },
    ]);
  });

  it('down at the start and up within ten seconds → nothing; still down → told as found so', () => {
    const soon = desk({ ...phone, waitMs: 0 });
    soon.at(0, line('ether1', 'down', 'carrier'));
    soon.at(0, line('ether2', 'up'));
    soon.at(5, line('ether1', 'up'));
    soon.until(60);
    expect(soon.said()).toEqual([]);
    const still = desk();
    still.at(0, line('ether1', 'down', 'carrier'));
    still.at(0, line('ether2', 'up'));
    still.until(60);
    expect(still.messages[0]?.statements).toMatchObject([{ kind: 'line-down', isFound: true }]);
  });

  it('up for less than the wait between two outages → said once, and the outages are added up', () => {
    const one = office();
    one.at(100, line('ether1', 'down'));
    one.at(200, line('ether1', 'up'));
    one.at(205, line('ether1', 'down'));
    one.at(300, line('ether1', 'up'));
    one.until(600);
    expect(one.said()).toEqual(['line-down ether1', 'line-up ether1']);
    expect(one.messages[1]?.statements).toMatchObject([{ lastedMs: 195_000 }]);
  });
});

describe('a line that flaps', () => {
  const flapping = (one: Desk, from: number, times: number, everyS = 60): number => {
    for (let n = 0; n < times; n++) {
      one.at(from + n * everyS, line('ether1', 'down', 'upstream'));
      one.at(from + n * everyS + everyS / 2, line('ether1', 'up'));
    }
    return from + times * everyS;
  };

  it('one message a while, with the count, then that it is steady', () => {
    const one = office();
    const end = flapping(one, 100, 90);
    one.until(end + 3600);
    const said = one.said();
    // Down, up, down, up … until it is known to flap; then every half hour.
    expect(said.filter(what => what.startsWith('line-flaps')).length).toBe(4);
    expect(said.slice(said.indexOf('line-flaps ether1'))).toEqual([
      ...Array<string>(4).fill('line-flaps ether1'),
      'line-steady ether1',
    ]);
    expect(one.messages.at(-1)?.statements).toMatchObject([{ kind: 'line-steady', times: 90, status: 'up' }]);
    expect(said.length).toBeLessThan(12);
  });

  it('much faster than the wait → still a handful of messages', () => {
    const one = office();
    const end = flapping(one, 100, 600, 2);
    one.until(end + 3600);
    expect(one.messages.length).toBeLessThan(6);
    expect(one.said()).toContain('line-flaps ether1');
  });

  it('and stays down in the end → said when it is steady', () => {
    const one = office();
    const end = flapping(one, 100, 8);
    one.at(end, line('ether1', 'down', 'carrier'));
    one.until(end + 3600);
    expect(one.messages.at(-1)?.statements).toMatchObject([{ kind: 'line-steady', status: 'down' }]);
    one.at(end + 7200, line('ether1', 'up'));
    one.until(end + 7300);
    expect(one.messages.at(-1)?.statements).toMatchObject([{ kind: 'line-up' }]);
  });
});

describe('lines that stand on others', () => {
  const carriers = { ether1: [], pppoe: ['ether1'], ether2: [] };

  it('both go down → one statement; what is up again with it too', () => {
    const one = desk();
    one.at(0, layout(carriers));
    for (const name of Object.keys(carriers)) one.at(0, line(name, 'up'));
    one.at(100, line('pppoe', 'down', 'carrier'));
    one.at(103, line('ether1', 'down', 'carrier'));
    one.until(200);
    expect(one.messages.map(({ statements }) => statements)).toMatchObject([
      [{ kind: 'line-down', line: 'ether1', along: ['pppoe'] }],
    ]);
    one.at(300, line('ether1', 'up'));
    one.until(340);
    expect(one.messages[1]?.statements).toMatchObject([
      { kind: 'line-up', line: 'ether1', still: ['pppoe'] },
    ]);
    one.at(350, line('pppoe', 'up'));
    one.until(400);
    expect(one.messages[2]?.statements).toMatchObject([{ kind: 'line-up', line: 'pppoe' }]);
  });

  it('the carrier was told before → the line on it is not told again', () => {
    const one = desk();
    one.at(0, layout(carriers));
    for (const name of Object.keys(carriers)) one.at(0, line(name, 'up'));
    one.at(100, line('ether1', 'down', 'carrier'));
    one.at(150, line('pppoe', 'down', 'carrier'));
    one.until(600);
    expect(one.said()).toEqual(['line-down ether1']);
  });

  it('what carries them is no line → one statement about it', () => {
    const one = desk();
    one.at(0, layout({ vlan10: ['ether1'], vlan20: ['ether1'], ether2: [] }));
    for (const name of ['vlan10', 'vlan20', 'ether2']) one.at(0, line(name, 'up'));
    one.at(100, { kind: 'link', interface: 'ether1', running: false });
    one.at(100, line('vlan10', 'down', 'carrier'));
    one.at(101, line('vlan20', 'down', 'carrier'));
    one.until(200);
    expect(one.messages.map(({ statements }) => statements)).toMatchObject([
      [{ kind: 'link-down', interface: 'ether1', along: ['vlan10', 'vlan20'] }],
    ]);
  });
});

describe('nothing gets out', () => {
  it('all lines down → nothing is sent until one is back; then one message with how long', () => {
    const one = office();
    one.at(100, line('ether1', 'down', 'upstream'));
    one.at(101, line('ether2', 'down', 'upstream'));
    one.until(4000);
    expect(one.messages).toEqual([]);
    one.at(4001, line('ether2', 'up'));
    one.until(4003);
    expect(one.messages).toEqual([]);
    one.until(4100);
    expect(one.said()).toEqual(['line-down ether1', 'line-was-down ether2']);
    expect(one.messages[0]?.statements[1]).toMatchObject({ lastedMs: 3_900_000 });
  });

  it('a receiver inside → is told at once', () => {
    for (const url of ['http://192.168.88.5/ntfy', 'https://ntfy.lan/office', 'http://[fd00::5]/t']) {
      const one = office({ ...phone, channel: { kind: 'ntfy', url } });
      one.at(100, line('ether1', 'down'));
      one.at(101, line('ether2', 'down'));
      one.until(200);
      expect(one.said(), url).toEqual(['line-down ether1', 'line-down ether2']);
    }
  });

  it('a name outside, or an address nobody knows → waits', () => {
    for (const url of ['https://203.0.113.7/x', 'https://ntfy.sh/x', { file: '/etc/jalur/url' }] as const) {
      const one = office({ ...phone, channel: { kind: 'webhook', url, headers: {} } });
      one.at(100, line('ether1', 'down'));
      one.at(101, line('ether2', 'down'));
      one.until(200);
      expect(one.said()).toEqual([]);
    }
  });
});

describe('failover', () => {
  it('with its line → one message; back within the wait → nothing', () => {
    const one = office();
    one.at(0, { kind: 'routes', lines: ['ether1'] });
    one.at(100, line('ether1', 'down', 'upstream'));
    one.at(100.05, { kind: 'routes', lines: ['ether2'] });
    one.until(200);
    expect(one.messages.map(({ statements }) => statements)).toMatchObject([
      [{ kind: 'line-down' }, { kind: 'failover', from: ['ether1'], to: ['ether2'] }],
    ]);
    one.at(300, { kind: 'routes', lines: ['ether1'] });
    one.at(302, { kind: 'routes', lines: ['ether2'] });
    one.until(900);
    expect(one.messages.length).toBe(1);
  });
});

describe('conditions', () => {
  it('open for long, then cleared → told, and that it is over', () => {
    const one = office();
    one.at(100, condition('gateway/apply-failed', true));
    one.at(200, condition('gateway/apply-failed', false));
    one.until(900);
    expect(one.said()).toEqual(['raised gateway/apply-failed', 'cleared gateway/apply-failed']);
    one.at(2000, condition('b', true));
    one.until(2100);
    expect(Object.keys(one.state.digest.conditions)).toEqual(['b']);
  });

  it('cleared within the wait → one message; one that comes and goes → told once a while', () => {
    const one = office();
    one.at(100, condition('a', true));
    one.at(103, condition('a', false));
    one.until(200);
    expect(one.said()).toEqual(['was a']);
    for (let n = 0; n < 60; n++) {
      one.at(1000 + n * 20, condition('b', true));
      one.at(1010 + n * 20, condition('b', false));
    }
    one.until(9000);
    expect(one.said().filter(what => what === 'flaps b').length).toBe(1);
    expect(one.said().at(-1)).toBe('steady b');
  });

  it('about a line that is down → told with the line alone', () => {
    const one = office();
    one.at(100, line('ether1', 'down', 'carrier'));
    one.at(100, condition('gateway/lease-lost', true, { line: 'ether1' }));
    one.at(300, condition('gateway/lease-lost', false, { line: 'ether1' }));
    one.at(300, line('ether1', 'up'));
    one.until(900);
    expect(one.said()).toEqual(['line-down ether1', 'line-up ether1']);
  });

  it('about the receiver itself → is not told there', () => {
    const one = office();
    one.at(100, condition('gateway/notify-failed', true, { except: 'phone' }));
    one.until(200);
    expect(one.said()).toEqual([]);
  });

  it('open before a restart and not said again → over after a minute', () => {
    const one = office();
    one.at(100, condition('a', true));
    one.until(200);
    one.at(300, { kind: 'gateway', phase: 'started' });
    one.until(900);
    expect(one.said()).toEqual(['raised a', 'started', 'cleared a']);
  });
});

it('very much happens → never more than twenty messages in ten minutes, and nothing is left out', () => {
  const one = office({ ...phone, waitMs: 0 });
  for (let n = 0; n < 300; n++) one.at(100 + n, condition(`c${n}`, true));
  one.until(499);
  expect(one.messages.length).toBeLessThanOrEqual(20);
  one.until(3000);
  expect(one.said().filter(what => what.startsWith('raised')).length).toBe(300);
});

it('of events that a receiver does not want → nothing', () => {
  const one = office({ ...phone, events: ['config'] });
  one.at(100, line('ether1', 'down'));
  one.at(100, { kind: 'gateway', phase: 'started' });
  one.at(300, { kind: 'config', file: 'a.rsc', how: 'reload', result: 'in-force' });
  one.until(400);
  expect(one.said()).toEqual(['config']);
  expect(one.sendings).toEqual([300_500]);
});

it('stopped and started → both are said, with how long it was', () => {
  const one = office(phone, delivered);
  one.at(100, { kind: 'gateway', phase: 'stopped' });
  one.at(160, { kind: 'gateway', phase: 'started' });
  one.until(200);
  expect(one.messages[1]?.statements).toEqual([{ kind: 'started', idleMs: 60_000 }]);
});

it('a start → lines and routes that come one after the other are no news, outages before it are', () => {
  const one = office({ ...phone, waitMs: 0, events: eventKinds.filter(kind => kind !== 'gateway') });
  one.at(0, { kind: 'routes', lines: ['ether1', 'ether2'] });
  one.at(100, line('ether2', 'down', 'carrier'));
  one.at(200, { kind: 'gateway', phase: 'started' });
  one.at(200.1, line('ether1', 'down', 'carrier'));
  for (const [seconds, lines] of [
    [200.2, []],
    [201, ['ether1']],
    [204, ['ether1', 'ether2']],
  ] as const)
    one.at(seconds, { kind: 'routes', lines });
  one.at(204, line('ether1', 'up'));
  one.at(204, line('ether2', 'up'));
  one.until(300);
  expect(one.said()).toEqual(['line-down ether2', 'line-up ether2']);
});
