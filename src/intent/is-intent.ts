/**
 * Is a text an intent? By the name of its file; where that says nothing (standard input), by a key at the beginning of a line
 * that only an intent has, and no path of RouterOS.
 */
export function isIntent({ file, text }: { readonly file: string; readonly text: string }): boolean {
  if (/\.ya?ml$/i.test(file)) return true;
  if (/\.(?:rsc|txt|md|conf|cfg|backup)$/i.test(file)) return false;
  return /^["']?wans["']?:(?:\s|$)/m.test(text) && !/^\s*\/[a-z]/m.test(text);
}
