/** What stands in the model where a text has a secret. */
export const masked = 'REDACTED';

const secret =
  /pass(?:word|phrase)|secret|(?:pre-?shared|private|wep|wpa\d?|psk|auth|encryption|protection|static|md5)-?key|^(?:key|cak)$|(?:^|-)pin$/;

/** Asked for every property of every item. */
const answers = new Map<string, boolean>();

/** Does a property of this name hold a password or key? */
export function isSecret(name: string): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  const answer = secret.test(name);
  if (answers.size < 1000) answers.set(name, answer);
  return answer;
}

/** A statement with its passwords and keys masked, for showing it. */
export function withoutSecrets(statement: string): string {
  return statement.replaceAll(/([\w-]+)=("(?:[^"\\]|\\[\s\S])*"|[^\s"\]})]+)/g, (whole, name: string) =>
    isSecret(name) ? `${name}=${masked}` : whole,
  );
}
