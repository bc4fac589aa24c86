import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StreamMessage } from './schema/index.ts';
import { openSite, type Site } from './testing/site.ts';

let site: Site;
let token: string;
beforeEach(async () => {
  site = await openSite();
  token = site.tokenOf('read');
});
afterEach(() => site.close());

interface Heard {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: unknown;
}

/** Reads frames of SSE until `count` of them have come. */
async function hear(answer: Response, count: number): Promise<readonly Heard[]> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const frames: Heard[] = [];
  while (frames.length < count) {
    const part = await reader?.read();
    if (!part || part.done) break;
    text += decoder.decode(part.value, { stream: true });
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const frame of whole) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
      const [event, data] = [field('event'), field('data')];
      if (event !== undefined && data !== undefined)
        frames.push({ id: field('id'), event, data: JSON.parse(data) });
    }
  }
  await reader?.cancel();
  return frames;
}

const listen = (site: Site, headers: Record<string, string> = {}, query = '') =>
  site.request(`/api/v1/stream${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });

const link = (running: boolean) => ({ type: 'link', atMs: 1, interface: 'ether2', running }) as const;
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('stream', () => {
  it('events, rates, going and coming → as the document says, events with an id', async () => {
    const answer = await listen(site);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await settled();
    site.daemon.say(link(false));
    site.daemon.sayRates();
    site.daemon.leave();
    site.daemon.comeBack();
    const heard = await hear(answer, 5);
    expect(heard.map(({ event, id }) => [event, id])).toEqual([
      ['online', undefined],
      ['event', 'r1-1'],
      ['rates', undefined],
      ['offline', undefined],
      ['online', undefined],
    ]);
    for (const { event, data } of heard)
      expect(StreamMessage.safeParse({ event, data }).error?.issues ?? []).toEqual([]);
  });

  it('rates, ten in a second → to each as often as it asked; one that asked for them alone hears nothing else', async () => {
    const [usual, often, alone] = await Promise.all(
      ['', '?hz=5', '?hz=10&only=rates'].map(query => listen(site, {}, query)),
    );
    expect(site.daemon.hz).toBe(10);
    await settled();
    const begin = Date.parse('2026-11-30T08:00:00.000Z');
    for (let i = 0; i < 31; i++) {
      if (i === 15) site.daemon.say(link(false));
      // A timer is late by some ms.
      site.daemon.sayRates(new Date(begin + 100 * i + (i % 3)).toISOString());
    }
    const kinds = async (answer: Response | undefined, count: number) =>
      (await hear(answer as Response, count)).map(({ event }) => event);
    expect(await kinds(usual, 6)).toEqual(['online', 'rates', 'rates', 'event', 'rates', 'rates']);
    expect(site.daemon.hz).toBe(10);
    expect((await kinds(often, 18)).filter(kind => kind === 'rates')).toHaveLength(16);
    expect(await kinds(alone, 31)).toEqual(Array.from({ length: 31 }, () => 'rates'));
    expect(site.daemon.hz).toBe(0);
  });

  it('hz beyond its bounds → refused', async () => {
    for (const query of ['?hz=0', '?hz=11', '?hz=x', '?only=status'])
      expect([query, (await listen(site, {}, query)).status]).toEqual([query, 400]);
  });

  it('two languages → each hears events in his own, also those that he missed', async () => {
    site.daemon.say(link(false));
    const [english, indonesian] = await Promise.all(
      ['', '?lang=id'].map(query => listen(site, { 'last-event-id': 'r1-0' }, query)),
    );
    await settled();
    site.daemon.say(link(true));
    const texts = async (answer: Response | undefined) =>
      (await hear(answer as Response, 3)).flatMap(({ event, data }) =>
        event === 'event' ? [(data as { text: string }).text] : [],
      );
    expect(await texts(english)).toEqual(['the link of ether2 is down', 'the link of ether2 is up']);
    expect(await texts(indonesian)).toEqual(['link ether2 putus', 'link ether2 hidup']);
  });

  it('Last-Event-ID → what was missed, without gaps and without anything twice', async () => {
    for (let i = 0; i < 10; i++) site.daemon.say(link(i % 2 === 0));
    const answer = await listen(site, { 'last-event-id': 'r1-4' });
    await settled();
    site.daemon.say(link(true));
    const heard = await hear(answer, 8);
    expect(heard.flatMap(({ id }) => id ?? [])).toEqual([5, 6, 7, 8, 9, 10, 11].map(seq => `r1-${seq}`));
  });

  it('Last-Event-ID of another run, or of what is not kept → a gap is said', async () => {
    for (let i = 0; i < 1200; i++) site.daemon.say(link(true));
    for (const id of ['r0-3', 'r1-1', 'r1-99999', 'nonsense-x']) {
      const [first] = await hear(await listen(site, { 'last-event-id': id }), 1);
      expect([id, first?.event]).toEqual([id, id === 'nonsense-x' ? 'online' : 'gap']);
    }
  });

  it('a gateway that is away → is said at once', async () => {
    site.daemon.leave();
    const [first] = await hear(await listen(site), 1);
    expect(first?.event).toBe('offline');
  });

  it('200 listeners → all hear all; when they have gone nobody is kept', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => listen(site)));
    expect(site.parts.stream.listeners).toBe(200);
    await settled();
    for (let i = 0; i < 50; i++) site.daemon.say(link(i % 2 === 0));
    const all = await Promise.all(answers.map(answer => hear(answer, 51)));
    for (const heard of all)
      expect(heard.flatMap(({ id }) => id ?? [])).toEqual(
        Array.from({ length: 50 }, (_, i) => `r1-${i + 1}`),
      );
    expect(site.parts.stream.listeners).toBe(0);
  });

  it('a listener that does not read → is cut off, and the others hear on', async () => {
    await listen(site);
    const reading = await listen(site);
    const reader = reading.body?.getReader();
    await settled();
    const long = {
      type: 'diagnostics',
      atMs: 1,
      diagnostics: [{ id: 'x', what: 'y'.repeat(100_000) }],
    } as never;
    for (let i = 0; i < 30; i++) {
      site.daemon.say(long);
      for (let n = 0; n < 3; n++) await Promise.race([reader?.read(), settled()]);
    }
    expect(site.parts.stream.listeners).toBe(1);
    await reader?.cancel();
  });

  it('he is logged out, his token is revoked, or has an end → he hears no more', async () => {
    const answer = await listen(site);
    await settled();
    site.parts.stream.endOthers();
    expect(site.parts.stream.listeners).toBe(1);
    site.parts.tokens.remove(site.parts.tokens.all()[0]?.id ?? '');
    site.parts.stream.endOthers();
    expect(site.parts.stream.listeners).toBe(0);
    expect((await hear(answer, 2)).map(({ event }) => event)).toEqual(['online']);

    const login = await site.login('read');
    const cookie = login.headers.get('set-cookie')?.replace(/;.*$/, '') ?? '';
    await site.request('/api/v1/stream', { headers: { cookie } });
    site.clock.ms += 11 * 3_600_000;
    site.parts.stream.endOthers();
    expect(site.parts.stream.listeners).toBe(1);
    // That it is looked at does not keep a session from being idle.
    site.clock.ms += 2 * 3_600_000;
    site.parts.stream.endOthers();
    expect(site.parts.stream.listeners).toBe(0);
  });

  it('its headers alone are asked for → nobody listens', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await site.request('/api/v1/stream', { method: 'HEAD', headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(site.parts.stream.listeners).toBe(0);
  });

  it('more was missed than may wait for a listener → a gap, and he is not cut off', async () => {
    const long = {
      type: 'diagnostics',
      atMs: 1,
      diagnostics: [{ id: 'x', what: 'y'.repeat(3000) }],
    } as never;
    for (let i = 0; i < 500; i++) site.daemon.say(long);
    const answer = await listen(site, { 'last-event-id': 'r1-1' });
    expect((await hear(answer, 2)).map(({ event }) => event)).toEqual(['gap', 'online']);
  });

  it('more listeners than there may be → are refused', async () => {
    await Promise.all(Array.from({ length: 500 }, () => listen(site)));
    expect((await listen(site)).status).toBe(503);
  });
});
