import { expect, it } from 'vitest';
import { hideSecrets } from './index.ts';

it.each([
  ['add user=a password=geheim disabled=no', 'add user=a password=****** disabled=no'],
  ['add password="a b" user=c', 'add password=***** user=c'],
  ['    password: geheim, and # more', '    password: ******************'],
  ['    password: "ge heim" # mine', '    password: ********* # mine'],
  ["  isp1: { password: 'it''s', user: a }", '  isp1: { password: *******, user: a }'],
  ['  isp1: { password: ge heim, user: a }', '  isp1: { password: *******, user: a }'],
  ['    password-file: /etc/jalur/isp1.password', '    password-file: /etc/jalur/isp1.password'],
])('%s → %s', (line, shown) => expect(hideSecrets(line)).toBe(shown));
