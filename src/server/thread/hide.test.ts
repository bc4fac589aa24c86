import { expect, it } from 'vitest';
import { hideSecrets } from './hide.ts';

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
