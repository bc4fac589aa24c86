import type { RouterOsVersion } from '../../model/index.ts';
import { didYouMean } from '../similar.ts';
import { isAllowed } from './gate.ts';
import type { Attribute, Attributes, Building, Property, Row } from './menu.ts';

/** Reads all attributes of a row; undefined where one is bad or missing (all have been said then). */
export function readValues(
  attributes: Attributes,
  row: Row,
  building: Building,
): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {};
  let good = true;
  for (const name in attributes) {
    const attribute = attributes[name];
    if (!attribute) continue;
    const property = row.properties.get(name);
    if (property && !isAllowed(attribute.only, building.version))
      sayOtherVersion(name, attribute, property, row, building);
    const value =
      property && stated(attribute, property) ? readOne(name, attribute, property, row, building) : undefined;
    if (value !== undefined) values[name] = value;
    else if (property && stated(attribute, property)) good = false;
    else if (attribute.required) good = sayMissing(name, attribute, row, building);
    else values[name] = fallbackOf(attribute, building.version);
  }
  return good ? values : undefined;
}

/** `pref-src=""` says that there is none, except where the empty text is a value. */
function stated(attribute: Attribute<unknown>, { text }: Property): boolean {
  return text !== '' || attribute.type.read('') !== undefined || attribute.required;
}

export function fallbackOf<T>({ fallback }: Attribute<T>, version: RouterOsVersion): T | undefined {
  return isFunction(fallback) ? fallback(version) : fallback;
}

function isFunction<T>(
  value: T | ((version: RouterOsVersion) => T) | undefined,
): value is (version: RouterOsVersion) => T {
  return typeof value === 'function';
}

function readOne(
  name: string,
  attribute: Attribute<unknown>,
  property: Property,
  row: Row,
  building: Building,
): unknown {
  const value = attribute.type.read(property.text);
  if (value === undefined) sayBadValue(name, attribute, property, row, building);
  else for (const named of attribute.type.interfaces?.(value) ?? []) building.mention(named, property.range);
  return value;
}

/** The property belongs to another version than the text. */
function sayOtherVersion(
  name: string,
  { only }: Attribute<unknown>,
  { range, at = range.start }: Property,
  { menu }: Row,
  { say, version }: Building,
): void {
  const minor = only?.minor === undefined ? '' : `.${only.minor}`;
  say({
    id: 'rsc/other-version',
    severity: 'warning',
    what: `'${name}' of ${menu} exists in RouterOS ${only?.dialect.slice(1)}${minor}${minor === '' ? ' only' : ' and later'}; this text is for ${version.text || version.dialect}.`,
    why: 'The router that the text is for refuses the line; here it is read as it was meant.',
    do: 'Remove it, or convert the text for the version that you have.',
    range: { start: at, end: at + name.length },
  });
}

/** One sentence for a value that its property does not take. */
export function sayBadValue(
  name: string,
  { type }: Attribute<unknown>,
  { text, range }: Property,
  { menu }: Row,
  { say }: Building,
): void {
  const hint = hintFor(text, type.choices ?? []);
  say({
    id: 'rsc/bad-value',
    severity: 'error',
    what: `'${text}' is no value for '${name}' of ${menu}: it takes ${type.name}.${hint}`,
    why: 'The router refuses the line, and an import stops there.',
    do: `Write it like ${name}=${type.example}.`,
    range,
  });
}

/** The word that was meant, where one of few was misspelled. */
function hintFor(text: string, choices: readonly string[]): string {
  const words = text
    .replace(/^!/, '')
    .split(',')
    .map(part => part.replace(/:.*$/, ''));
  const wrong = words.find(word => !choices.includes(word));
  return wrong === undefined ? '' : didYouMean(wrong, choices);
}

function sayMissing(name: string, { type }: Attribute<unknown>, row: Row, { say }: Building): false {
  say({
    id: 'rsc/missing-property',
    severity: 'error',
    what: `This ${row.menu} has no '${name}', which it must have.`,
    why: 'The router refuses the line, and an import stops there.',
    do: `Add ${name}=${type.example}.`,
    range: row.range,
  });
  return false;
}

/** The default as text; empty where there is none. */
export function fallbackText(attribute: Attribute<unknown>, version: RouterOsVersion): string {
  const value = fallbackOf(attribute, version);
  return value === undefined ? '' : attribute.type.write(value);
}
