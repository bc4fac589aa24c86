import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportFailure } from './failure.ts';

function captured() {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    lines.push(String(text));
    return true;
  });
  return lines;
}

afterEach(() => vi.restoreAllMocks());

describe('reportFailure', () => {
  it('says trouble with the machine in one sentence and the command that helps', () => {
    const lines = captured();
    const trouble = Object.assign(new Error('nft is not installed.'), {
      name: 'EnvironmentError',
      said: {
        what: { en: 'nft is not installed.', id: 'nft belum terpasang.' },
        do: { en: 'Run: apt-get install nftables', id: 'Jalankan: apt-get install nftables' },
      },
    });
    expect(reportFailure(trouble)).toBe(2);
    expect(lines.join('')).toBe('jalur: nft is not installed.\n       Run: apt-get install nftables\n');
  });

  it('calls everything else a bug, with its stack', () => {
    const lines = captured();
    expect(reportFailure(new TypeError('x is undefined'))).toBe(70);
    expect(lines.join('')).toMatch(/TypeError: x is undefined\n +at /);
  });
});
