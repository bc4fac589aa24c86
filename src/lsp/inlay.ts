import type { InlayHint, Range } from 'vscode-languageserver';
import { enabledRules } from '../prove/index.ts';
import { linesOf } from './hover/leads.ts';
import { shareOf } from './hover/shares.ts';
import type { OpenText } from './text/open-text.ts';

/** Behind each rule that marks for a line: by which it leads out, and what part of the traffic: `→ ISP2 (ether2), 33 %`. */
export function inlayHints(text: OpenText, range: Range): InlayHint[] {
  const [from, to] = [text.places.offsetAt(range.start), text.places.offsetAt(range.end)];
  return enabledRules(text.router).flatMap(rule => {
    const { span } = rule.origin;
    if (rule.table !== 'mangle' || span.end.offset < from || span.start.offset > to) return [];
    const lines = linesOf(text, rule);
    if (lines.length === 0) return [];
    const share = rule.action.kind === 'mark-connection' ? shareOf(rule) : undefined;
    const percent = share === undefined ? '' : `, ${Math.round(share * 100)} %`;
    return [
      {
        position: text.places.rangeOfSpan(span).end,
        label: `→ ${lines.join(', ')}${percent}`,
        paddingLeft: true,
      },
    ];
  });
}
