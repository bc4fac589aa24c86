/** Classes of characters that POSIX has inside of brackets, as ours write them there. */
const classes: ReadonlyMap<string, string> = new Map([
  ['alnum', 'A-Za-z0-9'],
  ['alpha', 'A-Za-z'],
  ['blank', ' \\t'],
  ['digit', '0-9'],
  ['lower', 'a-z'],
  ['punct', '!-/:-@[-`{-~'],
  ['space', '\\s'],
  ['upper', 'A-Z'],
  ['xdigit', '0-9A-Fa-f'],
]);

/** What POSIX does not have, or has otherwise: groups with `?`, other classes. */
const ofOthers = /\(\?|\[[:.=]/;

/** Repeated within what is repeated: on some texts that takes for ever. */
const repeatedTwice = /\([^()]*[*+}][^()]*\)[*+{]/;

/**
 * The test that a pattern behind `~` is. POSIX patterns are close enough to ours but for classes; undefined: one that is none
 * here, or that we could not vouch for.
 */
export function patternTest(pattern: string): ((text: string) => boolean) | undefined {
  const ours = pattern.replaceAll(/\[:([a-z]+):\]/g, (whole, name: string) => classes.get(name) ?? whole);
  if (ofOthers.test(ours) || repeatedTwice.test(ours)) return undefined;
  try {
    const expression = new RegExp(ours);
    return text => expression.test(text);
  } catch {
    return undefined;
  }
}
