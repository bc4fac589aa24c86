import { expect, it } from 'vitest';
import { type Matcher, makeRule } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { conjunction } from './conditions.ts';

const tcp: Matcher = { kind: 'protocol', protocol: 'tcp', negated: false };
const echo: Matcher = { kind: 'icmp-options', type: 8, negated: false };

it('refuses a condition that another protocol alone has, because nft refuses the whole table for it', () => {
  const rule = makeRule({ table: 'filter', chain: 'forward', matchers: [tcp, echo] });
  const said = conjunction({} as LinuxContext, rule, rule.matchers);
  expect(said).toMatchObject({ refused: { en: 'icmp-options with another protocol than icmp' } });
});
