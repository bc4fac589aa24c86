import { datesText, existsIn, type Gate, type RouterOsVersion } from '../../model/index.ts';
import { listed, menuSchema } from '../schema/index.ts';
import { isPlaceholder, placeholderIn, tellsWhatToPut } from '../spelling/placeholder.ts';
import { closest } from '../spelling/similar.ts';
import { respelt, writtenFor } from '../spelling/spelling.ts';
import { nearText, refused } from '../syntax/index.ts';
import { typeInIndonesian } from '../types/index.ts';
import type { Attribute, Attributes, Building, Property, Row } from './menu.ts';
import { ofOtherVersion } from './of-other-version.ts';

type Read = Record<string, unknown>;

/**
 * Reads the stated attributes of a row; what is not stated comes from the defaults, as prototype. Undefined where an
 * attribute is bad or missing (all have been said then).
 */
export function readValues(attributes: Attributes, row: Row, building: Building): Read | undefined {
  const known = defaultsFor(attributes, building.version);
  const values: Read = Object.create(known.defaults);
  const listing = listingFor(row, building);
  let good = true;
  for (const [name, property] of row.properties) {
    const attribute = attributes[name];
    const only = attribute?.only;
    if (only && !existsIn(only, building.version)) sayOtherVersion(name, only, property, row, building);
    else sayUnlisted(name, listing, property, row, building);
    if (!attribute) continue;
    if (!stated(attribute, property)) continue;
    const value = readOne(name, attribute, property, row, building);
    if (value === undefined) good = false;
    else values[name] = value;
  }
  for (const name of known.required) good = isStated(name, attributes, row, building) && good;
  return good ? values : undefined;
}

function isStated(name: string, attributes: Attributes, row: Row, building: Building): boolean {
  const attribute = attributes[name];
  return row.properties.has(name) || !attribute || sayMissing(name, attribute, row, building);
}

interface Defaults {
  readonly version: RouterOsVersion;
  readonly defaults: Readonly<Read>;
  readonly required: readonly string[];
}

const defaultsOf = new WeakMap<Attributes, Defaults>();

/** Defaults of a menu in a version; the last version's are kept at hand. */
function defaultsFor(attributes: Attributes, version: RouterOsVersion): Defaults {
  const known = defaultsOf.get(attributes);
  if (known?.version === version) return known;
  const names = Object.keys(attributes);
  const defaults: Read = {};
  for (const name of names) {
    const attribute = attributes[name];
    if (attribute && attribute.fallback !== undefined) defaults[name] = fallbackOf(attribute, version);
  }
  const made = { version, defaults, required: names.filter(name => attributes[name]?.required) };
  defaultsOf.set(attributes, made);
  return made;
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
  else if (attribute.type.interfaces)
    for (const named of attribute.type.interfaces(value)) building.mention(named, property.range, name);
  return value;
}

/** Kept properties that belong to another version than the text. */
export function sayGated(gates: Readonly<Record<string, Gate>>, row: Row, building: Building): void {
  for (const [name, property] of row.properties) {
    const gate = gates[name];
    if (gate && !existsIn(gate, building.version)) sayOtherVersion(name, gate, property, row, building);
  }
}

const askedReleases: Gate = { dialect: 'v7', minor: listed.first, until: listed.last };

type Listing = ReadonlyMap<string, Gate | undefined>;

/** What consoles list of a menu; undefined for a version whose consoles were not asked. */
function listingFor({ menu }: Row, { version }: Building): Listing | undefined {
  const isAsked = version.text !== '' && version.minor !== undefined && existsIn(askedReleases, version);
  return isAsked ? menuSchema.get(menu)?.properties : undefined;
}

/** A property that the consoles of that version do not list, where others list it (docs/routeros.md#console-listings). */
function sayUnlisted(
  name: string,
  listing: Listing | undefined,
  property: Property,
  row: Row,
  building: Building,
): void {
  const gate = listing?.get(name);
  if (gate && !existsIn(gate, building.version))
    sayOtherVersion(name, gate, property, row, building, 'warning');
}

/** The property belongs to another version than the text. Certain only where the text says its version. */
function sayOtherVersion(
  name: string,
  gate: Gate,
  { name: range }: Property,
  { menu }: Row,
  { say, version }: Building,
  severity: 'warning' | 'error' = version.text === '' ? 'warning' : 'error',
): void {
  if (datesText(gate, version)) {
    const { what, do: todo } = ofOtherVersion.ended(`'${name}'`, menu, gate);
    say({ id: 'rsc/other-version', severity: 'info', what, do: todo, range });
    return;
  }
  say({
    id: 'rsc/other-version',
    severity,
    what: ofOtherVersion.what(`'${name}'`, menu, gate, version),
    why: ofOtherVersion.why,
    do: ofOtherVersion.do,
    range,
  });
}

/** One sentence for a value that its property does not take. */
function sayBadValue(
  name: string,
  { type }: Attribute<unknown>,
  { text, range }: Property,
  { menu }: Row,
  { say }: Building,
): void {
  const choices = type.choices ?? [];
  if (isPlaceholder(text) || (choices.length === 0 && tellsWhatToPut(text))) {
    say(placeholderIn(text, { property: name, menu, range, example: type.example }));
    return;
  }
  const wrong = misspeltIn(text, choices);
  const hint = nearText(wrong === undefined ? undefined : closest(wrong, choices));
  say({
    id: 'rsc/bad-value',
    severity: 'error',
    what: {
      en: `'${text}' is no value for '${name}' of ${menu}: it takes ${type.name}.${hint.en}`,
      id: `'${text}' bukan nilai untuk '${name}' di ${menu}: isinya ${typeInIndonesian(type.name)}.${hint.id}`,
    },
    why: refused,
    do: { en: `Write it like ${name}=${type.example}.`, id: `Tulis seperti ${name}=${type.example}.` },
    range,
    ...(wrong !== undefined &&
      respelt({ word: wrong, range, written: writtenFor(text, range) ?? '' }, choices)),
  });
}

/** The first word of a value that is none of those it takes. */
function misspeltIn(text: string, choices: readonly string[]): string | undefined {
  const words = text
    .replace(/^!/, '')
    .split(',')
    .map(part => part.replace(/:.*$/, ''));
  return words.find(word => !choices.includes(word));
}

/** Chains that each table has. */
const chains: Readonly<Record<string, string>> = { mangle: 'prerouting', raw: 'prerouting', nat: 'srcnat' };

function sayMissing(name: string, attribute: Attribute<unknown>, row: Row, { say }: Building): false {
  const { type, mayBeLost } = attribute;
  if (mayBeLost) {
    say({
      id: 'rsc/inactive-item',
      severity: 'warning',
      what: {
        en: `This ${row.menu} has no '${name}', so it does nothing.`,
        id: `Item ${row.menu} ini tidak punya '${name}', jadi tidak melakukan apa-apa.`,
      },
      why: {
        en: 'What it named was removed from the router.',
        id: 'Yang disebutnya sudah dihapus dari router.',
      },
      do: {
        en: `Remove it, or say ${name}= with one that exists.`,
        id: `Hapus, atau tulis ${name}= dengan yang ada.`,
      },
      range: row.range,
    });
    return false;
  }
  const example = name === 'chain' ? (chains[row.menu.split(' ').at(-1) ?? ''] ?? 'forward') : type.example;
  say({
    id: 'rsc/missing-property',
    severity: 'error',
    what: {
      en: `This ${row.menu} has no '${name}', which it must have.`,
      id: `Item ${row.menu} ini tidak punya '${name}', padahal wajib ada.`,
    },
    why: refused,
    do: { en: `Add ${name}=${example}.`, id: `Tambahkan ${name}=${example}.` },
    range: row.range,
  });
  return false;
}

/** The default as text; empty where there is none. */
export function fallbackText(attribute: Attribute<unknown>, version: RouterOsVersion): string {
  const value = fallbackOf(attribute, version);
  return value === undefined ? '' : attribute.type.write(value);
}
