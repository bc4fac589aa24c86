import { describe, expect, it } from 'vitest';
import { escapeText, html } from './html.ts';

describe('html', () => {
  it('escapes text and keeps markup', () => {
    const name = '<b>&"\'';
    expect(html`<p title="${name}">${html`<i>${name}</i>`}</p>`.html).toBe(
      '<p title="&lt;b&gt;&amp;&quot;&#39;"><i>&lt;b&gt;&amp;&quot;&#39;</i></p>',
    );
  });

  it('joins lists and prints nothing for nothing', () => {
    expect(html`${['a', html`<br>`, 1]}${undefined}${false}`.html).toBe('a<br>1');
  });

  it('replaces control characters, which no document may hold', () => {
    expect(escapeText('a\u0000b\u001b[31m\tc\n')).toBe('a\ufffdb\ufffd[31m\tc\n');
  });
});
