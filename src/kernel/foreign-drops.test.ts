import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dropsIn } from './foreign-drops.ts';

const chain = (more: object): object => ({
  chain: { family: 'ip', table: 'filter', name: 'FORWARD', hook: 'forward', policy: 'accept', ...more },
});
const rule = (...expr: object[]): object => ({
  rule: { family: 'ip', table: 'filter', chain: 'FORWARD', expr },
});
const found = (...rows: object[]): readonly string[] => dropsIn(JSON.stringify({ nftables: rows }));
const accept = { accept: null };
const drop = { drop: null };
const match = { match: { op: '==', left: { meta: { key: 'iifname' } }, right: 'docker0' } };

it('a policy that drops what no rule takes → said; with accepts of its own bridges alone as well', () => {
  const said = ['chain FORWARD of table ip filter: policy drop'];
  expect(found(chain({ policy: 'drop' }))).toEqual(said);
  expect(found(chain({ policy: 'drop' }), rule(match, accept))).toEqual(said);
});

it('everything is accepted before → nothing', () => {
  expect(found(chain({ policy: 'drop' }), rule({ counter: {} }, accept))).toEqual([]);
  expect(found(chain({}), rule(accept), rule(drop))).toEqual([]);
});

it('a rule that drops without a condition → said; with one, or at another hook → nothing', () => {
  expect(found(chain({}), rule({ counter: {} }, drop))).toEqual([
    'chain FORWARD of table ip filter: drop without a condition',
  ]);
  expect(found(chain({}), rule(match, drop))).toEqual([]);
  expect(found(chain({ hook: 'input', policy: 'drop' }))).toEqual([]);
});

it('our own table, and one of IPv6 → not judged', () => {
  expect(found(chain({ family: 'inet', table: 'jalur', policy: 'drop' }))).toEqual([]);
  expect(found(chain({ family: 'ip6', policy: 'drop' }))).toEqual([]);
});

it.each([
  ['Docker', [{ name: 'DOCKER-USER' }], ' (Docker)'],
  ['ufw', [{ name: 'ufw-before-forward' }], ' (ufw)'],
  ['both in one table', [{ name: 'ufw-user-forward' }, { name: 'DOCKER' }], ' (Docker, ufw)'],
  ['a chain of another table', [{ name: 'DOCKER', table: 'nat' }], ''],
])('chains of %s beside it → named with the table', (_, others, by) => {
  const rows = others.map(other => chain({ hook: undefined, policy: undefined, ...other }));
  expect(found(chain({ policy: 'drop' }), ...rows)).toEqual([
    `chain FORWARD of table ip filter${by}: policy drop`,
  ]);
});

it('the table of firewalld → named', () => {
  const reject = { reject: { type: 'icmpx', expr: 'admin-prohibited' } };
  const last = { rule: { family: 'inet', table: 'firewalld', chain: 'filter_FORWARD', expr: [reject] } };
  const own = chain({ family: 'inet', table: 'firewalld', name: 'filter_FORWARD' });
  expect(found(own, last)).toEqual([
    'chain filter_FORWARD of table inet firewalld (firewalld): reject without a condition',
  ]);
});

// What these programs really load (Debian 12), as `nft -j -t list ruleset` printed it, without IPv6 and handles: ufw 0.36.2 and Docker
// 20.10.24 by iptables-nft 1.8.9; firewalld 1.3.3 with one port in zone external and one in zone internal.
it.each([
  ['ufw', ['chain FORWARD of table ip filter (ufw): policy drop']],
  ['ufw-routed', []],
  ['firewalld', ['chain filter_FORWARD of table inet firewalld (firewalld): reject without a condition']],
  ['docker', ['chain FORWARD of table ip filter (Docker): policy drop']],
])('the rule set of %s → %j', (name, expected) => {
  const listing = readFileSync(new URL(`./testing/rule-sets/${name}.listing`, import.meta.url), 'utf8');
  expect(dropsIn(listing)).toEqual(expected);
});
