import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { hideIntentSecrets, hideSecrets } from './hide.ts';

it.each([
  '/ppp secret add name=a password=hunter2',
  'password=\\\n    "hunter2"',
  'wpa2-pre-shared-key="hun\\"ter2"',
  '/system script add name=s source="/tool e-mail set password=hunter2"',
  '/system script add source=":put \\"a\\"; /tool fetch password=\\"hunter2\\" user=x"',
  '/system script add source="/tool fetch url=x \\\n    password=hunter2"',
  '/system script add source="/ppp secret add pass\\\n    word=hunter2"',
  '/system scheduler add on-event={/tool fetch password=hunter2}',
  '/system script add source="/system script add source=\\"/ppp secret add password=hunter2\\""',
])('secrets: %j → no password', text => {
  const hidden = hideSecrets(text);
  expect(hidden).not.toMatch(/hunter2|ter2/);
  expect(hidden).toContain('REDACTED');
});

it.each([
  ['on its line', 'wans:\n  a: { user: u, password: hunter2 }\nlan: ether4\n'],
  ['on the next line', 'wans:\n  a:\n    password:\n      hunter2\n    user: u\nlan: ether4\n'],
  ['in quotes over two lines', 'wans:\n  a:\n    password: "hun\n      hunter2"\nlan: ether4\n'],
  ['as a block', 'wans:\n  a:\n    password: |\n      hunter2\n      hunter2\n    user: u\nlan: ether4\n'],
  [
    'behind an anchor, by a key in quotes',
    'wans:\n  a: { "password": &p !!str hunter2, over: ether1 }\nlan: ether4\n',
  ],
  [
    'in a header of a message',
    'notify:\n  a: { type: webhook, headers: { Authorization: Bearer hunter2 } }\nlan: ether4\n',
  ],
  [
    'in the address that a message goes to',
    'notify:\n  a: { type: webhook, url: https://hooks.example/hunter2 }\nlan: ether4\n',
  ],
  [
    'in a comment',
    'wans:\n  # a: { user: u, password: hunter2 }\n  a: { over: ether1 } # password=hunter2\nlan: ether4\n',
  ],
  ['in a text that cannot be read', 'wans: { a: { password: hunter2 }\nlan: ether4\n'],
])('an intent, %s → no password, and as many lines', (what, text) => {
  const hidden = hideIntentSecrets(text);
  expect(hidden).not.toContain('hunter2');
  expect(hidden.split('\n').length).toBe(text.split('\n').length);
  if (!what.includes('cannot')) expect(parse(hidden)).toMatchObject({ lan: 'ether4' });
});

it('an intent without secrets, with comments → as it was', () => {
  const text = '# none is needed\nwans:\n  a: { over: ether1 } # to ISP1: fibre\nlan: ether4\n';
  expect(hideIntentSecrets(text)).toBe(text);
});
