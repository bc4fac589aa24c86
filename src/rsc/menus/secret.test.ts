import { expect, it } from 'vitest';
import { isSecret, withoutSecrets } from './secret.ts';

it.each([
  'password',
  'wpa2-pre-shared-key',
  'management-protection-key',
  'cak',
  'private-key',
  'pin',
  'security.passphrase',
])('%s → a secret', name => expect(isSecret(name)).toBe(true));

it.each(['public-key', 'host-key-type', 'group-key-update', 'management-protection', 'ckn', 'pinned'])(
  '%s → none',
  name => expect(isSecret(name)).toBe(false),
);

it('a statement to be shown → without the values of its secrets', () => {
  expect(withoutSecrets('add name=m cak="0a 1b" ckn=77 management-protection-key=abc')).toBe(
    'add name=m cak=REDACTED ckn=77 management-protection-key=REDACTED',
  );
});
