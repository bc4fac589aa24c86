import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './testing/site.ts';

let site: Site;
const longScript = 'console.log(1);\n'.repeat(200);
const folder = mkdtempSync(join(tmpdir(), 'jalur-pages-'));
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script src="/assets/a-12345678.js"></script>',
  );
  writeFileSync(join(folder, 'assets/a-12345678.js'), longScript);
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(`${folder}.secret`, 'secret');
  site = await openSite({ pages: folder });
});
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}.secret`);
});

describe('pages', () => {
  it('the page, and places within it → with a number for its styles that is new each time', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/index.html', '/routes', '/incidents/ether2-20261130T023412Z']) {
      const answer = await site.request(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
      ]);
      const [, nonce = ''] =
        /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
      expect(await answer.text()).toContain(`nonce="${nonce}"`);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
    expect(nonces).not.toContain('');
  });

  it('a file whose name changes with it → for ever; another one → asked for again by its etag', async () => {
    const script = await site.request('/assets/a-12345678.js', {
      headers: { 'accept-encoding': 'br, gzip' },
    });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await script.arrayBuffer()).toString()).toBe(longScript);
    const plain = await site.request('/assets/a-12345678.js');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(longScript);
    const icon = await site.request('/icon.svg');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    const etag = icon.headers.get('etag') ?? '';
    for (const [asked, status] of [
      [etag, 304],
      [`"other", W/${etag}`, 304],
      ['*', 304],
      ['"other"', 200],
    ] as const)
      expect((await site.request('/icon.svg', { headers: { 'if-none-match': asked } })).status).toBe(status);
  });

  it('what is no file of the pages → a problem, and never another file', async () => {
    for (const path of [
      '/nothing.js',
      '/../x.secret',
      `/..%2f${folder.split('/').at(-1)}.secret`,
      '/assets/..%2f..%2fetc/passwd.txt',
      '/api/v1/nothing',
      '/api/nothing.x',
      '/api/v1',
      '/api/v2/status',
    ]) {
      const answer = await site.request(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });
});
