import { type ProgramNft, type Rehearsal, shortPlaceOf } from '../../linux/index.ts';
import { noOrigin, type Origin, type Router, rulesOf } from '../../model/index.ts';
import { families } from '../../net/index.ts';
import type { Diagnostic } from '../../text/index.ts';

/** What came of the rehearsal of a table as findings: nft's own words, at the statement of which the line was made. */
export function rehearsalFindings(
  router: Router,
  { text }: ProgramNft,
  rehearsal: Rehearsal,
): readonly Diagnostic[] {
  switch (rehearsal.kind) {
    case 'taken':
      return [];
    case 'refused':
      return [refusal(router, text.split('\n')[rehearsal.line]?.trim() ?? '', rehearsal)];
    case 'not-asked':
      return [
        {
          id: 'compile/nft-not-asked',
          severity: 'info',
          what: `Whether this kernel takes the table is not known: ${rehearsal.why}`,
          do: rehearsal.do,
          span: noOrigin.span,
        },
      ];
  }
}

function refusal(
  router: Router,
  written: string,
  { line, said }: Extract<Rehearsal, { readonly kind: 'refused' }>,
): Diagnostic {
  return {
    id: 'compile/nft-refuses',
    severity: 'error',
    what: `nft refuses the table: ${said}`,
    why: written === '' ? 'Nothing of it would be in force.' : `Its line ${line + 1} is: ${written}`,
    do: 'Change or disable the statement. Nothing of the configuration is in force.',
    span: originOf(router, written).span,
  };
}

/** Lines of rules end in the place of their statement: `comment "paper.rsc:15,16,17"`. */
function originOf(router: Router, line: string): Origin {
  const [, place = ''] = /comment "([^"]*)"$/.exec(line) ?? [];
  const first = place.replace(/,.*/, '');
  const rules = families.flatMap(family => rulesOf(router, family));
  return rules.find(({ origin }) => shortPlaceOf(origin) === first)?.origin ?? noOrigin;
}
