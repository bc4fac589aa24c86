/** Texts that were written and not applied, by file; they outlive the page, not the tab. */
const drafts = new Map<string, string>();

export const keepDraft = (file: string, text: string): void => void drafts.set(file, text);
export const draftOf = (file: string): string | undefined =>
  drafts.get(file) ?? [...drafts].find(([name]) => name.endsWith(`/${file}`))?.[1];

export function dropDrafts(): void {
  drafts.clear();
}
