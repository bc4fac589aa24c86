import { basename } from 'node:path';
import type { Origin, Router } from '../../model/index.ts';
import { hotspotServers } from '../../walk/index.ts';

/** Something of the configuration that takes no effect on the bench. */
export interface NotRun {
  /** `script`: the gateway runs those of leases and lines alone. `hotspot`: nobody is asked to log in. */
  readonly kind: 'script' | 'hotspot';
  /** Whose it is: `/tool netwatch 8.8.8.8`, the hotspot's interface. */
  readonly name: string;
  /** `office.rsc:12`. */
  readonly at: string;
}

/** Scripts of netwatch and the scheduler, and hotspot servers: enabled, and without effect on the bench. */
export function notRun(router: Router): readonly NotRun[] {
  const script = (name: string, { span }: Origin): NotRun => ({ kind: 'script', name, at: placeOf(span) });
  const watched = router.netwatch
    .filter(({ disabled, upScript, downScript }) => !disabled && `${upScript}${downScript}`.trim() !== '')
    .map(({ host, origin }) => script(`/tool netwatch ${host}`, origin));
  const timed = router.plain
    .filter(({ menu, disabled }) => menu === '/system scheduler' && !disabled)
    .filter(({ properties }) => (properties['on-event'] ?? '').trim() !== '')
    .map(({ menu, properties, origin }) => script(`${menu} ${properties['name'] ?? ''}`.trim(), origin));
  const hotspots = hotspotServers(router).map(
    ({ interface: name, statement }): NotRun => ({
      kind: 'hotspot',
      name,
      at: placeOf(statement.origin.span),
    }),
  );
  return [...watched, ...timed, ...hotspots];
}

const placeOf = ({ file, start }: Origin['span']): string => `${basename(file)}:${start.line}`;
