import { describe, expect, it } from 'vitest';
import { type Matcher, makePlainItem, type Weekday } from '../../model/index.ts';
import { computeRib } from '../../rib/index.ts';
import { compileLinux } from '../compile.ts';
import { firewall, no, paperRouter, paperWorld, rule, yes } from '../testing/index.ts';

const hour = 3_600_000;
const working: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

function compile(matcher: Matcher, zone: string | undefined) {
  const clock = makePlainItem({
    menu: '/system clock',
    single: true,
    properties: zone === undefined ? {} : { 'time-zone-name': zone },
  });
  const rules = [rule('filter', 'forward', [matcher], { kind: 'drop' })];
  const [router, world] = [paperRouter({ firewall: firewall(rules), plain: [clock] }), paperWorld()];
  const { program, diagnostics } = compileLinux(router, computeRib(router, world), world, { seed: 1 });
  const lines = program.nft.text
    .split('\n')
    .filter(line => line.includes('counter drop') && !line.includes('no rules for IPv6'));
  return {
    conditions: lines.map(line => line.trim().replace(/ ?counter drop.*/, '')),
    said: diagnostics.filter(({ id }) => id !== 'compile/ipv6').map(({ what }) => what),
  };
}

describe('time', () => {
  it('office hours in UTC+7 → earlier in UTC, in plain seconds', () => {
    const office = yes({ kind: 'time', from: 8 * hour, to: 17 * hour, days: working });
    expect(compile(office, 'Asia/Jakarta').conditions).toEqual([
      'meta day { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" } meta hour 3600-35999',
    ]);
  });

  it('a morning that begins on the day before in UTC → two parts', () => {
    const morning = yes({ kind: 'time', from: 5 * hour, to: 9 * hour, days: ['sun'] });
    expect(compile(morning, 'Asia/Jakarta').conditions).toEqual([
      'meta day "Sunday" meta hour 0-7199',
      'meta day "Saturday" meta hour 79200-86399',
    ]);
  });

  it('late to early → over midnight of each day', () => {
    const night = yes({ kind: 'time', from: 22 * hour, to: 6 * hour, days: [] });
    expect(compile(night, 'UTC').conditions).toEqual(['meta hour 0-21599', 'meta hour 79200-86399']);
  });

  it('negated → the rest of the week, no moment twice', () => {
    const office = no({ kind: 'time', from: 8 * hour, to: 17 * hour, days: working });
    expect(compile(office, 'UTC').conditions).toEqual([
      'meta day { "Sunday", "Saturday" }',
      'meta day { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" } meta hour 0-28799',
      'meta day { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" } meta hour 61200-86399',
    ]);
  });

  it('every moment of the week → no condition, whatever the zone; negated → no rule', () => {
    const always = { kind: 'time', from: 0, to: 24 * hour, days: [] } as const;
    expect(compile(yes(always), undefined)).toEqual({ conditions: [''], said: [] });
    expect(compile(no(always), undefined)).toEqual({ conditions: [], said: [] });
  });

  it.each([
    [undefined, 'the text states no time zone (/system clock time-zone-name)'],
    [
      'Europe/Athens',
      'time zone Europe/Athens changes its clock during the year, and nftables counts in UTC',
    ],
    ['manual', 'time zone manual is not known'],
  ])('zone %s → refused with the reason', (zone, why) => {
    const office = yes({ kind: 'time', from: 8 * hour, to: 17 * hour, days: working });
    const { conditions, said } = compile(office, zone);
    expect(conditions).toEqual([]);
    expect(said).toEqual([`This filter rule is not in the Linux program: time: ${why}.`]);
  });
});
