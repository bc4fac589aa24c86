const pages = import.meta.glob<string>('../../../lint/rules/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The page of a rule, as `jalur lint --explain` prints it; undefined for a finding of the reader, which has none. */
export const pageOf = (id: string): string | undefined => pages[`../../../lint/rules/${id}.md`];

export const hasPage = (id: string): boolean => pageOf(id) !== undefined;
