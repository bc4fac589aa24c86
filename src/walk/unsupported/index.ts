/** What a configuration asks and our Linux program cannot do, as findings; which of them a user goes without. */
import type { Router } from '../../model/index.ts';
import { type Diagnostic, diagnosticOf, type Language } from '../../text/index.ts';
import { leftAloneFindings } from '../events/index.ts';
import { servicesLeftAlone } from '../services/left-alone.ts';
import { bridgeRules } from './bridge-filter.ts';
import { unknownLists } from './lists.ts';

export { type UnsupportedName, unsupportedNames, withoutSkipped } from './names.ts';

/** Everything beyond what the compiler says itself. Errors: it would let through, or keep out, more than the text says. */
export const notOnLinux = (router: Router, language: Language = 'en'): readonly Diagnostic[] =>
  [
    ...leftAloneFindings(router),
    ...servicesLeftAlone(router),
    ...bridgeRules(router),
    ...unknownLists(router),
  ].map(({ finding, span }) => diagnosticOf(finding, span, language));
