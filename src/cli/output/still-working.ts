import type { Language } from '../../text/index.ts';
import type { OnWalked, WalkedSoFar } from '../../walk/index.ts';
import type { Sink } from './colour.ts';
import { writeControls } from './keep-safe.ts';
import { fit } from './live-block.ts';

/** What is worked at. */
type Work = 'prove' | 'mend' | 'compare';

/** Says that a command still works, and how far it is. */
export interface StillWorking {
  at(work: Work): OnWalked;
  /** Takes away what stands on a terminal; what comes after is shown again. */
  end(): void;
}

/** Nobody waits for less. */
const quietMs = 2000;
/** A log gets a line, a terminal a picture. */
const everyMs = { log: 5000, terminal: 250 } as const;

const words = {
  en: {
    work: { prove: 'still proving', mend: 'still trying lines that mend it', compare: 'still comparing' },
    at: ({ state, states, packet, packets }: WalkedSoFar) =>
      `state ${state} of ${states} of the uplinks, packet ${packet} of ${packets}`,
  },
  id: {
    work: {
      prove: 'masih membuktikan',
      mend: 'masih mencoba baris perbaikan',
      compare: 'masih membandingkan',
    },
    at: ({ state, states, packet, packets }: WalkedSoFar) =>
      `keadaan uplink ${state} dari ${states}, paket ${packet} dari ${packets}`,
  },
} as const satisfies Record<Language, unknown>;

/** On standard error, after two seconds: one line every five seconds, or on a terminal one that is redrawn. */
export function stillWorking(sink: Sink, language: Language, nowMs = () => performance.now()): StillWorking {
  const isTerminal = sink.isTTY === true;
  const pauseMs = isTerminal ? everyMs.terminal : everyMs.log;
  const begunMs = nowMs();
  const say = words[language];
  let dueMs = begunMs + quietMs;
  let drawn = 0;
  // Blanks in place of control sequences: it is alike on every terminal, with colours or without.
  const draw = (text: string): void => {
    writeControls(sink, `\r${text.padEnd(drawn)}`);
    drawn = text.length;
  };
  const show = (text: string): void => {
    if (isTerminal) draw(fit(text, (sink.columns || 80) - 1));
    else sink.write(`${text}\n`);
  };
  return {
    at: work => at => {
      const now = nowMs();
      if (now < dueMs) return;
      dueMs = now + pauseMs;
      show(`jalur: ${say.work[work]}: ${say.at(at)} (${Math.floor((now - begunMs) / 1000)} s)`);
    },
    end() {
      if (drawn === 0) return;
      draw('');
      writeControls(sink, '\r');
    },
  };
}
