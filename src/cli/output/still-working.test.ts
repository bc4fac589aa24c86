import { describe, expect, it } from 'vitest';
import { sink } from '../testing/index.ts';
import { stillWorking } from './still-working.ts';

/** One packet a second, of a hundred. */
function seconds(of: ReturnType<typeof sink>, language: 'en' | 'id', last: number) {
  let now = 0;
  const working = stillWorking(of, language, () => now);
  const tell = working.at('prove');
  for (let packet = 1; packet <= last; packet += 1) {
    now = packet * 1000;
    tell({ state: 1, states: 7, packet, packets: 100 });
  }
  return working;
}

describe('stillWorking', () => {
  it('a pipe → nothing for 2 s, then one line every 5 s', () => {
    const out = sink(false, 40);
    seconds(out, 'en', 8).end();
    expect(out.text()).toBe(
      [
        'jalur: still proving: state 1 of 7 of the uplinks, packet 2 of 100 (2 s)',
        'jalur: still proving: state 1 of 7 of the uplinks, packet 7 of 100 (7 s)',
        '',
      ].join('\n'),
    );
  });

  it('done sooner → nothing is said', () => {
    const out = sink(false, 40);
    seconds(out, 'id', 1).end();
    expect(out.text()).toBe('');
  });

  it('a terminal → one line that fits, redrawn, and gone in the end', () => {
    const out = sink(true, 40);
    seconds(out, 'id', 3).end();
    const line = 'jalur: masih membuktikan: keadaan upli…';
    expect(out.text().split('\r')).toEqual(['', line, line, ' '.repeat(line.length), '']);
  });
});
