import { basename } from 'node:path';
import type { Item, Origin, Router } from '../../model/index.ts';
import { hotspotServers, scriptsLeftAlone } from '../../walk/index.ts';

/** Something of the configuration that takes no effect on the bench. */
export interface NotRun {
  /** `script`: the gateway does not carry it out. `hotspot`: nobody is asked to log in. */
  readonly kind: 'script' | 'hotspot';
  /** Whose it is: `/tool netwatch 8.8.8.8`, the hotspot's interface. */
  readonly name: string;
  /** `office.rsc:12`. */
  readonly at: string;
}

/** Scripts that the gateway leaves alone, and hotspot servers: enabled, and without effect on the bench. */
export function notRun(router: Router): readonly NotRun[] {
  const scripts = scriptsLeftAlone(router).map(
    ({ item }): NotRun => ({ kind: 'script', name: nameOf(item), at: placeOf(item.origin.span) }),
  );
  const hotspots = hotspotServers(router).map(
    ({ interface: name, statement }): NotRun => ({
      kind: 'hotspot',
      name,
      at: placeOf(statement.origin.span),
    }),
  );
  return [...scripts, ...hotspots];
}

/** `/tool netwatch 8.8.8.8`, `/system scheduler nightly`. */
function nameOf({ origin, properties = {}, ...item }: Item & { host?: string; interface?: string }): string {
  return `${origin.menu} ${item.host ?? item.interface ?? properties['name'] ?? ''}`.trim();
}

const placeOf = ({ file, start }: Origin['span']): string => `${basename(file)}:${start.line}`;
