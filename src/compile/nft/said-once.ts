import type { FirewallRule, Origin } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import type { Guard, LeftOut } from '../rule-changes.ts';

/** Does something in a context of its own. `originals`: the rules of the text that its rules are. */
export type SayOnce = <Result>(
  originals: ReadonlyMap<FirewallRule, FirewallRule>,
  work: (context: LinuxContext) => Result,
) => Result;

/** For rules that are compiled more than once: what is said of them, is said once, and of the rules of the text. */
export function saidOnce(context: LinuxContext): SayOnce {
  const said = new Map<Origin, Set<string>>();
  const report: LinuxContext['report'] = (origin, finding) => {
    const known = said.get(origin) ?? new Set();
    const text = `${finding.id} ${finding.what.en}`;
    if (!known.has(text)) context.report(origin, finding);
    said.set(origin, known.add(text));
  };
  return (originals, work) => {
    const [leftOut, guards]: [LeftOut[], Guard[]] = [[], []];
    const result = work({ ...context, report, leftOut, guards });
    const ofText = <Item extends { readonly rule: FirewallRule }>(found: readonly Item[], into: Item[]) => {
      for (const one of found) {
        const rule = originals.get(one.rule) ?? one.rule;
        if (!into.some(other => other.rule === rule)) into.push({ ...one, rule });
      }
    };
    ofText(leftOut, context.leftOut);
    ofText(guards, context.guards);
    return result;
  };
}
