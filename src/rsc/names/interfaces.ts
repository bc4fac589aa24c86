import {
  hashStart,
  Identities,
  type Interface,
  type InterfaceKind,
  isBuiltIn,
  makeInterface,
  type Origin,
} from '../../model/index.ts';
import { areSiblings, distance, isSameWord } from '../spelling/similar.ts';
import { editsFor } from '../spelling/spelling.ts';
import type { Problem, Range } from '../syntax/index.ts';
import { compareNames } from './compare-names.ts';

/** The first place where a text names an interface, and the others. */
export interface Mention {
  readonly name: string;
  readonly range: Range;
  readonly origin: Origin;
  readonly further: readonly Range[];
}

/** Names under which ports leave the factory; an export need not state them. */
const factoryName = /^(?:ether|sfp|sfp-sfpplus|sfpplus|sfp28|qsfp|qsfpplus|qsfp28|combo)-?\d+(?:-\d+)*$/;
const radioName = /^(?:wlan|wifi|lte|pwr-line)\d+$/;
/** Names that only a port has before anybody names it. */
export function isFactoryName(name: string): boolean {
  return factoryName.test(name) || radioName.test(name);
}

/** Interfaces that the text mentions but does not state, and what is to be said about the others. */
export interface Completed {
  readonly interfaces: readonly Interface[];
  readonly problems: readonly Problem[];
}

interface Given {
  readonly complete: boolean;
  readonly kept: readonly string[];
  /** RouterOS 7 makes an interface of each. */
  readonly vrfs: readonly string[];
  readonly writtenAt: (range: Range) => string;
}

/**
 * Completes the list in the order of names: factory ports with the place of their first mention, other names with a
 * warning or a remark. `complete`: the text states all that there is, up to what `kept` statements make.
 */
export function completeInterfaces(
  stated: readonly Interface[],
  mentions: ReadonlyMap<string, Mention>,
  { complete, kept, vrfs, writtenAt }: Given,
): Completed {
  const known = new Set([...stated.map(({ name }) => name), ...vrfs]);
  const unstated = [...mentions.values()]
    .filter(({ name }) => !known.has(name) && !isBuiltIn('interface', name))
    .sort((a, b) => compareNames(a.name, b.name));
  const factory = unstated.filter(({ name }) => isFactoryName(name));
  const names = [...stated, ...factory].map(({ name }) => name);
  const unknown = unstated.filter(mention => !factory.includes(mention));
  const near = unknown.map(({ name }) => names.filter(other => isNear(name, other)));
  const others = unknown.filter((_, index) => near[index]?.length === 0);
  const problems = unknown.flatMap((mention, index) => {
    const choices = near[index] ?? [];
    const isKept = kept.some(text => text.includes(mention.name));
    const other = isKept ? undefined : names.find(one => isSameWord(one, mention.name));
    if (other !== undefined) return inOtherCase(mention, other, writtenAt);
    return choices.length > 0
      ? misspelled(mention, choices, writtenAt)
      : undeclared(mention, complete && !isKept);
  });
  return { interfaces: [...factory, ...others].map(fromMention), problems };
}

function fromMention({ name, origin }: Mention): Interface {
  const kind: InterfaceKind = factoryName.test(name) ? 'ethernet' : name.startsWith('lte') ? 'lte' : 'other';
  const port = kind === 'ethernet';
  const menu = port ? '/interface ethernet' : '/interface';
  const factory = port ? `default-name=${name}` : undefined;
  const id = new Identities().give({ menu, name, factory, hash: () => hashStart });
  return makeInterface({ id, name, kind, origin, ...(port && { defaultName: name }) });
}

function misspelled(
  { name, range, further }: Mention,
  near: readonly string[],
  writtenAt: Given['writtenAt'],
): Problem {
  const [meant, ...others] = near;
  const isOne = meant !== undefined && others.length === 0 && !areSiblings(name, meant);
  const choice = near
    .slice(0, 4)
    .map(other => `'${other}'`)
    .join(', ');
  const [en, id] = ['or', 'atau'].map(or => choice.replace(/, ([^,]*)$/, ` ${or} $1`));
  return {
    id: 'rsc/unknown-interface',
    severity: 'warning',
    what: {
      en: `Nothing here is an interface '${name}'. Did you mean ${en}?`,
      id: `Tidak ada interface '${name}' di sini. Maksudnya ${id}?`,
    },
    why: {
      en: 'The router refuses the line, and an import stops there; here it has no effect on traffic.',
      id: 'Router menolak baris ini, dan import berhenti di situ; di sini tidak berpengaruh pada trafik.',
    },
    do: {
      en: 'Correct the name, or add the interface above.',
      id: 'Perbaiki namanya, atau tambahkan interface-nya di atas.',
    },
    range,
    ...(isOne && putThere(name, [range, ...further], meant, writtenAt)),
  };
}

/** At each of these places. */
function putThere(
  word: string,
  ranges: readonly Range[],
  meant: string,
  writtenAt: Given['writtenAt'],
): Pick<Problem, 'fix'> {
  const edits = editsFor(
    ranges.map(range => ({ word, range, written: writtenAt(range) })),
    meant,
  );
  return edits ? { fix: { edits, isSafe: false } } : {};
}

/** Names are told apart by capitals: none of these statements is the router's. */
const inOtherCase = (
  { name, range, further }: Mention,
  stated: string,
  writtenAt: Given['writtenAt'],
): Problem[] =>
  [range, ...further].map(place => ({
    id: 'rsc/unknown-interface',
    severity: 'error',
    what: {
      en: `Nothing here is an interface '${name}': it is called '${stated}', and capitals count.`,
      id: `Tidak ada interface '${name}' di sini: namanya '${stated}', dan huruf besar dibedakan.`,
    },
    why: { en: 'The router refuses the line.', id: 'Router menolak baris ini.' },
    do: { en: `Write ${stated}.`, id: `Tulis ${stated}.` },
    range: place,
    ...putThere(name, [place], stated, writtenAt),
  }));

function isNear(name: string, other: string): boolean {
  if (areSiblings(name, other)) return false;
  return (
    other.startsWith(name) || (name.length > 3 && distance(name.toLowerCase(), other.toLowerCase(), 1) <= 1)
  );
}

/** A name that some other text may state is only remarked; an export states all of them. */
function undeclared({ name, range }: Mention, missing: boolean): Problem {
  return {
    id: 'rsc/undeclared-interface',
    severity: missing ? 'warning' : 'info',
    what: {
      en: `Interface '${name}' is used but not stated in this text; it is taken to exist.`,
      id: `Interface '${name}' dipakai tetapi tidak disebut di teks ini; dianggap ada.`,
    },
    ...(missing && {
      why: {
        en: 'Without it the router refuses the line, and an import stops there.',
        id: 'Tanpa interface itu router menolak baris ini, dan import berhenti di situ.',
      },
    }),
    do: { en: 'State it, or read the whole export.', id: 'Sebutkan, atau baca export yang lengkap.' },
    range,
  };
}
