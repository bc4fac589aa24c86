import type { GatewayEvent } from './core/index.ts';
import { noOutages, withIncidents, withOutage } from './outages.ts';
import type { Parts } from './parts.ts';
import type { LastOutage } from './replies/index.ts';

/** When lines were down last: what was seen since the start, and what the journal says of before. */
export interface KnownOutages {
  last(): Readonly<Record<string, LastOutage>>;
  /** Of a line whose turns nobody else tells (RouterOS's pace). */
  hear(event: GatewayEvent): void;
  /** Somebody wants to know: the journal is asked, once; nobody waits for it. */
  lookBack(): void;
}

const most = 200;

export function knownOutages({ hub, past }: Pick<Parts, 'hub' | 'past'>): KnownOutages {
  let outages = noOutages;
  let isAsked = past === undefined;
  hub.subscribe(({ event, time }) => {
    outages = withOutage(outages, event, time);
  });
  return {
    last: () => outages.last,
    hear(event) {
      outages = withOutage(outages, event, new Date().toISOString());
    },
    lookBack() {
      if (isAsked) return;
      isAsked = true;
      void past?.ask({ kind: 'incidents', limit: most }).then(
        ({ incidents }) => {
          outages = withIncidents(outages, incidents);
        },
        () => {}, // What cannot be read is not known.
      );
    },
  };
}
