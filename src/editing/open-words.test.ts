import { describe, expect, it } from 'vitest';
import { openWords } from './open-words.ts';

describe('openWords', () => {
  it.each([
    ['', [''], [], false],
    ['/ip route add ', ['/ip', 'route', 'add', ''], [], false],
    ['add gateway=10.0.0.1 dist', ['add', 'gateway=10.0.0.1', 'dist'], [], false],
    ['add comment="a b; [c" list=', ['add', 'comment=a b; [c', 'list='], [], false],
    ['add comment="never closed', ['add', 'comment=never closed'], [], false],
    ['/ip route set [find comment=a] dis', ['/ip', 'route', 'set', '…', 'dis'], [], false],
    ['/ip route set [find com', ['find', 'com'], ['/ip', 'route', 'set', ''], false],
    [':if ($a = 1) do={ /ip ro', ['/ip', 'ro'], [':if', '…', 'do='], true],
    ['add source="/ip route; /int', ['/int'], [], true],
    ['add source=":log info \\"x\\"\\r\\n/ip fire', ['/ip', 'fire'], [], true],
    ['add on-event="/ip route set [find ', ['find', ''], ['/ip', 'route', 'set', ''], false],
    [']]} add', ['add'], [], false],
  ])('%s → the words that are typed last, and what encloses them', (line, words, outer, isScript) => {
    expect(openWords(line)).toEqual({ words, outer, isScript });
  });
});
