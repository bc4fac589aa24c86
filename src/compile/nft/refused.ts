import { type ProgramNft, type Rehearsal, shortPlaceOf } from '../../linux/index.ts';
import { noOrigin, type Origin, type Router, rulesOf } from '../../model/index.ts';
import { families } from '../../net/index.ts';
import { type Diagnostic, diagnosticOf, type Finding, type Language } from '../../text/index.ts';

/** What came of the rehearsal of a table as findings: nft's own words, at the statement of which the line was made. */
export function rehearsalFindings(
  router: Router,
  { text }: ProgramNft,
  rehearsal: Rehearsal,
  language: Language = 'en',
): readonly Diagnostic[] {
  switch (rehearsal.kind) {
    case 'taken':
      return [];
    case 'refused':
      return [refusal(router, text.split('\n')[rehearsal.line]?.trim() ?? '', rehearsal, language)];
    case 'not-asked':
      return [diagnosticOf(notAsked(rehearsal), noOrigin.span, language)];
  }
}

const notAsked = ({ why, do: todo }: Extract<Rehearsal, { readonly kind: 'not-asked' }>): Finding => ({
  id: 'compile/nft-not-asked',
  severity: 'info',
  what: {
    en: `Whether this kernel takes the table is not known: ${why}`,
    id: `Apakah kernel ini menerima tabel itu tidak diketahui: ${why}`,
  },
  do: todo,
});

function refusal(
  router: Router,
  written: string,
  refused: Extract<Rehearsal, { readonly kind: 'refused' }>,
  language: Language,
): Diagnostic {
  return diagnosticOf(refusalOf(written, refused), originOf(router, written).span, language);
}

const refusalOf = (
  written: string,
  { line, said }: Extract<Rehearsal, { readonly kind: 'refused' }>,
): Finding => ({
  id: 'compile/nft-refuses',
  severity: 'error',
  what: { en: `nft refuses the table: ${said}`, id: `nft menolak tabel itu: ${said}` },
  why:
    written === ''
      ? { en: 'Nothing of it would be in force.', id: 'Tidak ada isinya yang akan berlaku.' }
      : { en: `Its line ${line + 1} is: ${written}`, id: `Baris ${line + 1}: ${written}` },
  do: {
    en: 'Change or disable the statement. Nothing of the configuration is in force.',
    id: 'Ubah atau nonaktifkan perintah itu. Tidak ada bagian konfigurasi yang berlaku.',
  },
});

/** Lines of rules end in the place of their statement: `comment "paper.rsc:15,16,17"`. */
function originOf(router: Router, line: string): Origin {
  const [, place = ''] = /comment "([^"]*)"$/.exec(line) ?? [];
  const first = place.replace(/,.*/, '');
  const rules = families.flatMap(family => rulesOf(router, family));
  return rules.find(({ origin }) => shortPlaceOf(origin) === first)?.origin ?? noOrigin;
}
