import type { Said } from '../text/index.ts';
import type { Path } from './path.ts';

/** What is wrong at a place of the file. */
export interface Fault {
  readonly path: Path;
  /** Where it points; default: at the value. */
  readonly part?: 'key' | 'value';
  readonly what: Said;
  readonly why?: Said;
  readonly do: Said;
}
