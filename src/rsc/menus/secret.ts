/** What stands in the model where a text has a secret. */
export const masked = 'REDACTED';

const secret =
  /pass(?:word|phrase)|secret|(?:pre-shared|private|wep|wpa\d?|psk|auth|encryption)-?key|^key$|^pin$/;

/** Does a property of this name hold a password or key? */
export function isSecret(name: string): boolean {
  return secret.test(name);
}
