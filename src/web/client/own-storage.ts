/** What this browser has kept for us; undefined: nothing, or it keeps nothing for pages at all (then it throws). */
export function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A browser that keeps nothing shows the default next time. */
export function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // It is full, or the user wants nothing kept.
  }
}
