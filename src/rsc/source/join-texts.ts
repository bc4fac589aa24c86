import { hasFences, type MadeStretch, type SourcePart } from '../syntax/index.ts';

/** A text and the name that messages call it by. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
  /** Where it was made of another text, of the same name: which stretch comes from where. */
  readonly made?: readonly MadeStretch[] | undefined;
}

/** Texts as one, as if a router imported them one after the other. */
export interface JoinedTexts {
  readonly file: string;
  readonly text: string;
  readonly parts: readonly SourcePart[];
}

const fence = '```';

/**
 * Puts texts together. Each begins at the root, as every `/import` does; beside a page with fences (Markdown) the plain
 * ones are fenced, so that they are not taken for its prose.
 */
export function joinTexts(texts: readonly NamedText[]): JoinedTexts {
  const [only, ...others] = texts;
  if (only && others.length === 0) return alone(only);
  const isPage = texts.some(({ text }) => hasFences(text));
  const parts: SourcePart[] = [];
  let whole = '';
  for (const { file, text, made } of texts) {
    const [open, close] = isPage && !hasFences(text) ? [`${fence}\n`, `\n${fence}`] : ['', ''];
    whole += `${open}${isPage || parts.length === 0 ? '' : '/\n'}`;
    parts.push({ file, start: whole.length, made });
    whole += `${text.replace(/^\ufeff/, '')}${close}\n`;
  }
  return { file: texts.map(({ file }) => file).join(', '), text: whole, parts };
}

const alone = ({ file, text, made }: NamedText): JoinedTexts => ({
  file,
  text,
  parts: made ? [{ file, start: 0, made }] : [],
});
