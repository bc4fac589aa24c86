import { fileTrouble } from '../files/index.ts';
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

export function unreadable(path: string, error: unknown): Diagnostic {
  return {
    id: 'config/unreadable-file',
    severity: 'error',
    what: `${path} cannot be read: ${fileTrouble(error)}`,
    do: 'Name a RouterOS configuration file (.rsc), a gateway.yaml, or a folder with one.',
    span: { ...nowhere, file: path },
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
