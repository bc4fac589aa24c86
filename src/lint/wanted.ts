/** Is it one of these rules, or of a group among them? */
export const isWanted = (id: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some(one => id === one || id.startsWith(`${one}/`));
