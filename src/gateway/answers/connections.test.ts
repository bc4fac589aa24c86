import { describe, expect, it } from 'vitest';
import { initialState } from '../core/index.ts';
import { runConfig } from '../testing/run-config.ts';
import { connectionsReply, trackedQuery } from './connections.ts';

const addresses = [{ address: '10.10.10.2', length: 24 }] as const;
const state = {
  ...initialState(runConfig(), 1),
  interfaces: { ether1: { name: 'ether1', running: true, addresses } },
};
const asked = (rest: object = {}) =>
  trackedQuery(state, { v: 1, id: 1, type: 'connections', sort: 'order', limit: 2, ...rest });

describe('what is asked', () => {
  it('by names, networks and protocols as people write them → as the reader takes them', () => {
    const filter = { wan: 'ETHER1', client: '192.168.88.0/24', protocol: 'UDP', port: 53, text: 'x' };
    expect(asked({ filter }).filter).toEqual({
      ...{
        wan: 'ether1',
        client: { address: '192.168.88.0', length: 24 },
        protocol: 17,
        port: 53,
        text: 'x',
      },
    });
    expect(asked({ filter: { wan: 'none', client: '2001:db8::1' } }).filter).toMatchObject({
      ...{ wan: null, client: { address: '2001:db8::1' } },
    });
  });

  it('nothing said → all from the first, freshly read; where a page ended → what follows, of the same reading', () => {
    expect(asked()).toMatchObject({ offset: 0, addresses: [{ name: 'ether1', address: '10.10.10.2' }] });
    expect(asked({ cursor: '200' }).offset).toBe(200);
    expect(asked({ cursor: '200' }).freshMs).toBeGreaterThan(asked().freshMs);
  });

  it.each([
    ['a WAN that is none', { filter: { wan: 'ether9' } }, 'control/unknown-line'],
    ['no address', { filter: { client: '192.168.88' } }, 'control/bad-query'],
    ['no protocol', { filter: { protocol: 'http' } }, 'control/bad-query'],
    ['a cursor of nobody', { cursor: '-1' }, 'control/bad-query'],
  ])('%s → refused', (_, rest, code) => {
    expect(() => asked(rest)).toThrow(expect.objectContaining({ error: expect.objectContaining({ code }) }));
  });
});

describe('a page', () => {
  const item = { id: 1 } as never;
  const page = { atMs: 0, total: 3, tracked: 9, items: [item, item], byWan: {}, byMark: {} };

  it('there is more → where it begins; the last → nothing follows', () => {
    expect(connectionsReply({ offset: 0 }, page, true)).toMatchObject({
      next: '2',
      accounting: true,
      total: 3,
    });
    expect(connectionsReply({ offset: 2 }, { ...page, items: [item] }, true).next).toBeUndefined();
    expect(connectionsReply({ offset: 9 }, { ...page, items: [] }, true).next).toBeUndefined();
  });
});
