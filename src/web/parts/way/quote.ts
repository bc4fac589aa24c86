/** Quotes a statement from a text by its place: its wrapped lines put together as the router does. */
export function quoteFrom(text: string): (place: string) => string | undefined {
  const lines = text.split(/\r?\n/);
  return place => {
    const first = Number(/:(\d+)$/.exec(place)?.[1] ?? Number.NaN);
    let said = lines[first - 1];
    if (said === undefined) return undefined;
    for (let at = first; said.endsWith('\\') && at < lines.length; at++)
      said = `${said.slice(0, -1)}${(lines[at] ?? '').trimStart()}`;
    return hidden(said.trim());
  };
}

/** What must not be read over a shoulder. */
const hidden = (line: string): string =>
  line.replaceAll(/((?:password|secret|passphrase|pre-shared-key|private-key|psk)=)("[^"]*"|\S+)/g, '$1…');
