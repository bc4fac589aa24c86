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

/** What POSIX does not have, or has otherwise: groups with `?`, other classes, a bracket that stands for itself. */
const ofOthers = /\(\?|\[[:.=]|\[\^?\]/;

/** What a pattern is made of: one character, also escaped or out of a class. */
const pieces = /\\.|\[(?:\\.|[^\]\\])*\]|./gs;

interface Group {
  /** Its text can be read in several ways. */
  isOpen: boolean;
}

/** Something that can be read in several ways is repeated: on some texts that takes for ever. */
function isEndless(pattern: string): boolean {
  const groups: Group[] = [];
  let ended: Group | undefined;
  for (const [piece] of pattern.matchAll(pieces)) {
    const repeats = '*+?{'.includes(piece);
    if (repeats && piece !== '?' && ended?.isOpen) return true;
    ended = piece === ')' ? groups.pop() : undefined;
    const around = groups.at(-1);
    if (around && (repeats || piece === '|' || ended?.isOpen)) around.isOpen = true;
    if (piece === '(') groups.push({ isOpen: false });
  }
  return false;
}

/**
 * The test that a pattern behind `~` is. POSIX patterns are close enough to ours but for classes; undefined: one that is none
 * here, or that we could not vouch for.
 */
export function patternTest(pattern: string): ((text: string) => boolean) | undefined {
  const ours = pattern.replaceAll(/\[:([a-z]+):\]/g, (whole, name: string) => classes.get(name) ?? whole);
  if (ofOthers.test(ours) || isEndless(ours)) return undefined;
  try {
    const expression = new RegExp(ours);
    return text => expression.test(text);
  } catch {
    return undefined;
  }
}
