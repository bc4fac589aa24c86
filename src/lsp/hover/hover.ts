import type { Hover, Position } from 'vscode-languageserver';
import { gateText, isThere, type PropertyInfo, propertyOf } from '../../editing/index.ts';
import { argumentsOf, type OutlineStatement, type Range } from '../../rsc/index.ts';
import type { InEveryLanguage } from '../../text/index.ts';
import { nameAt } from '../names/find.ts';
import type { OpenText } from '../text/open-text.ts';
import { itemText } from './item.ts';
import { nameText } from './name.ts';

/** What stands at a place: the name under the cursor, the property, and what the whole statement does. */
export function hoverAt(text: OpenText, position: Position): Hover | null {
  const offset = text.places.offsetAt(position);
  const name = nameAt(text, offset);
  const property = propertyAt(text, offset);
  const parts = [
    ...(name ? [nameText(text, name)] : []),
    ...(property ? [propertyText(text, property)] : []),
    ...itemText(text, offset),
  ];
  if (parts.length === 0) return null;
  const range = name?.range ?? property?.range;
  return {
    contents: { kind: 'markdown', value: parts.join('\n\n') },
    ...(range && { range: text.places.rangeOf(range) }),
  };
}

interface PropertyAt {
  readonly menu: string;
  readonly name: string;
  readonly range: Range;
}

/** The property whose name stands at an offset. */
function propertyAt({ outline }: OpenText, offset: number): PropertyAt | undefined {
  const inside = ({ frame, statement }: OutlineStatement): boolean =>
    frame.at(statement.start) <= offset && offset <= frame.at(statement.end);
  for (const one of outline.statements.filter(inside).reverse()) {
    for (const { name, argument } of argumentsOf(one)) {
      const range = { start: one.frame.at(argument.start), end: one.frame.at(argument.nameEnd) };
      if (range.start <= offset && offset <= range.end) return { menu: one.menu, name, range };
    }
  }
  return undefined;
}

const en = {
  unknown: (menu: string) => `not known in ${menu}.`,
  only: (versions: string) => `RouterOS ${versions}.`,
  missing: (version: string) => `This text is for RouterOS ${version}, which does not have it.`,
};

const id: typeof en = {
  unknown: menu => `tidak dikenal di ${menu}.`,
  only: versions => `RouterOS ${versions}.`,
  missing: version => `Teks ini untuk RouterOS ${version}, yang tidak memilikinya.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

function propertyText({ language, router: { version } }: OpenText, { menu, name }: PropertyAt): string {
  const say = words[language];
  const info: PropertyInfo | undefined = propertyOf(menu, name);
  if (!info) return `\`${name}\`: ${say.unknown(menu)}`;
  const versions = gateText(info.gate);
  const type = info.type === undefined ? '' : `: ${info.type}`;
  const notes = [
    ...(versions === undefined ? [] : [say.only(versions)]),
    ...(isThere(info.gate, version) ? [] : [say.missing(version.text)]),
    ...(info.deprecated === undefined ? [] : [info.deprecated[language]]),
  ];
  return [`\`${name}\`${type}`, ...notes].join('. ').replace(/\.\. /g, '. ');
}
