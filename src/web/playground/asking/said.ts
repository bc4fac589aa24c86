import { askedAssumption, parseLease, parsePorts, portsForm, type Said } from '../../../answers/index.ts';
import { parseDialect } from '../../../model/index.ts';
import type { Language } from '../../../text/index.ts';
import { parseMoment } from '../../../walk/index.ts';

/** What a user says beside a text, as he wrote it into the form. */
export interface SaidForm {
  readonly dialect: '' | 'v6' | 'v7';
  readonly wan: string;
  readonly lan: string;
  readonly down: string;
  readonly dead: string;
  readonly deadGateway: string;
  /** One lease a line. */
  readonly leases: string;
  /** Answers to what is open: `limit=above`. */
  readonly assume: string;
  readonly at: string;
  readonly engine: 'routeros' | 'linux';
}

export const nothingSaid: SaidForm = {
  dialect: '',
  wan: '',
  lan: '',
  down: '',
  dead: '',
  deadGateway: '',
  leases: '',
  assume: '',
  at: '',
  engine: 'routeros',
};

/** What was said, or what of it means nothing. */
export type Understood = { readonly said: Said } | { readonly wrong: readonly string[] };

/** Reads the form; every mistake in it is a sentence. */
export function understand(form: SaidForm, lang: Language): Understood {
  const wrong: string[] = [];
  const refuse = (field: string, why: string): void => void wrong.push(`${field}: ${why}`);
  const ports = (field: string, text: string) => {
    const found = parsePorts(words(text).join(','));
    if (!found) refuse(`${field} ${text}`, portsForm[lang]);
    return found ?? [];
  };
  const wan = ports('WAN', form.wan);
  const lan = ports('LAN', form.lan);
  const lease = lines(form.leases).flatMap(line => {
    const found = parseLease(line);
    if ('value' in found) return [found.value];
    refuse(line, found.wrong[lang]);
    return [];
  });
  const assume = words(form.assume).flatMap(word => {
    const found = askedAssumption(word);
    if ('value' in found) return [found.value];
    refuse(word, found.wrong[lang]);
    return [];
  });
  const at = form.at.trim() === '' ? undefined : parseMoment(form.at);
  if (form.at.trim() !== '' && at === undefined)
    refuse(form.at, 'It is a day and a time of day, such as "mon 14:00".');
  const dialect = parseDialect(form.dialect);
  if (wrong.length > 0) return { wrong };
  return {
    said: {
      ...{ lang, engine: form.engine, lease, unreachable: [], at },
      ...(dialect && { dialect }),
      ...(wan.length > 0 && { wan }),
      ...(lan.length > 0 && { lan }),
      down: words(form.down),
      dead: words(form.dead),
      deadGateway: words(form.deadGateway),
      assume: Object.fromEntries(assume),
    },
  };
}

const words = (text: string): string[] => text.split(/[,\s]+/).filter(word => word !== '');
const lines = (text: string): string[] =>
  text
    .split(/[\n;]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
