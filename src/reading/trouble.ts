import { type Diagnostic, nowhere } from '../text/index.ts';

/** Prose, or a script only: running it would be an empty gateway. */
export function nothingInIt(file: string): Diagnostic {
  return {
    id: 'config/nothing-in-it',
    severity: 'error',
    what: `${file} holds no RouterOS statement that could be run.`,
    do: 'Name a RouterOS configuration: /export file=office, then office.rsc.',
    span: { ...nowhere, file },
  };
}

/** A role was stated for an interface that the text does not have. */
export function noInterface(file: string, name: string, known: readonly string[]): Diagnostic {
  return {
    id: 'config/no-such-interface',
    severity: 'error',
    what: `${file} has no interface ${name}, which --wan or --lan names.`,
    do: `Name one of ${known.join(', ')}.`,
    span: { ...nowhere, file },
  };
}
