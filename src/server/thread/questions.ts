import {
  askedProtocol,
  askedServicePort,
  convertText,
  explainTexts,
  type InEachReading,
  lintInputOf,
  parseTarget,
  proveTexts,
  spreadTexts,
} from '../../answers/index.ts';
import { packageVersion } from '../../files/index.ts';
import { formats, groups, lint, rules, verdictOf } from '../../lint/index.ts';
import { joinTexts } from '../../rsc/index.ts';
import { findingView } from './finding.ts';
import { meantBy } from './running.ts';
import { leasesOf, Meaningless, saidOf, saidOfText, Unanswered } from './said.ts';
import type { NamedText, TaskOf } from './task.ts';

/** With the answer of RouterOS 6 beside it, where that is another one. */
function readBoth<T extends object>(found: InEachReading<T>): object {
  if ('no' in found) throw new Unanswered(found.no);
  const { answer, asV6 } = found;
  return { ...answer, ...(asV6 && { dialect: 'v7', asV6 }) };
}

const noWays = { ways: [], replies: [] };

export function explain({ asked, running }: TaskOf<'explain'>): object {
  const { packet, reply, whyNot, through, how } = asked;
  const { texts, sources } = meantBy(asked.texts, running);
  // What runs is carried out by this gateway, whose hash is known: nothing is left to chance that is not.
  const runs = asked.texts ? undefined : running;
  const engine = asked.engine ?? (runs ? 'linux' : 'routeros');
  const seed = asked.seed ?? (engine === 'linux' ? runs?.seed : undefined);
  const proto = packet.protocol === undefined ? undefined : askedProtocol(packet.protocol);
  if (proto && 'wrong' in proto) throw new Meaningless('packet.protocol', proto.wrong.en);
  const dport = packet.dstPort === undefined ? undefined : askedServicePort(`${packet.dstPort}`);
  if (dport && 'wrong' in dport) throw new Meaningless('packet.dstPort', dport.wrong.en);
  const found = explainTexts(
    texts,
    {
      ...saidOf({ ...asked, engine }),
      ...{ reply, seed, through, how, dst: packet.dst, sport: packet.srcPort ?? 40_000 },
      ...(whyNot !== undefined && { whyNot: whyNot === 'all' ? Number.POSITIVE_INFINITY : whyNot }),
      ...(packet.in !== undefined && { in: packet.in }),
      ...(packet.src !== undefined && { src: packet.src }),
      ...(proto && { proto: proto.value }),
      ...(dport && { dport: dport.value }),
    },
    sources,
  );
  if ('no' in found) throw new Unanswered(found.no);
  return readBoth<object>({
    answer: { ...noWays, ...found.answer },
    ...(found.asV6 && { asV6: { ...noWays, ...found.asV6 } }),
  });
}

export function proveAll({ asked, running }: TaskOf<'prove'>): object {
  const { texts, sources } = meantBy(asked.texts, running);
  return readBoth(proveTexts(texts, saidOf(asked), sources));
}

export function spreadAll({ asked, running }: TaskOf<'spread'>): object {
  const { texts, sources } = meantBy(asked.texts, running);
  const { flows, clients, destinations } = asked;
  return readBoth(spreadTexts(texts, saidOf(asked), { flows, clients, destinations }, sources));
}

export function lintAll({ asked, running }: TaskOf<'lint'>): object {
  const { severity, only, down = [], unreachable = [], leases, lang: language } = asked;
  const wrong = only?.find(name => !isRule(name));
  if (wrong !== undefined)
    throw new Meaningless('only', `There is no rule ${wrong}; groups are ${groups.join(', ')}.`);
  const said = { ...saidOfText(asked), down, unreachable, lease: leasesOf(leases) };
  const files = meantBy(asked.texts, running && { ...running, world: undefined }).texts.map(text => {
    const heard: string[] = [];
    const read = lintInputOf(
      text,
      said,
      () => [],
      (...lines) => void heard.push(...lines.map(line => line[language])),
    );
    if (!read) throw new Unanswered({ file: text.file, why: heard, diagnostics: [] });
    const found = lint(read.input, { language, severity, only });
    const { statements, notUnderstood } = read.config;
    const counts = { statements, notUnderstood: notUnderstood.length };
    const verdict = verdictOf(found, language, counts);
    return { ...found, ...{ file: text.file, text: text.text, verdict }, ...counts };
  });
  return formats.json({ files, language, version: packageVersion() }) as object;
}

const isRule = (name: string): boolean =>
  /^(?:rsc|lint|own)/.test(name) ||
  groups.some(group => group === name) ||
  rules.some(({ id }) => id === name);

export function convertAll({ asked, running }: TaskOf<'convert'>): object {
  const { to, dialect } = asked;
  const { texts } = meantBy(asked.texts, running && { ...running, world: undefined });
  const target = parseTarget(to);
  if (!target) throw new Meaningless('to', 'v6, v7, v7:18 or yaml is the form.');
  const text = oneText(texts);
  const found = convertText(text, target, dialect);
  switch (found.kind) {
    case 'refused':
      throw new Unanswered({
        file: found.file,
        why: found.diagnostics
          .filter(({ severity }) => severity === 'error')
          .map(({ what }) => what)
          .slice(0, 3),
        diagnostics: [],
      });
    case 'same':
      return { file: text.file, from: 'yaml', text: text.text, verdict: 'same', diagnostics: [] };
    case 'intent': {
      const { file, text: made, notSaid, check } = found;
      const isSame = check.complete && check.differences.length === 0 && notSaid.length === 0;
      const verdict = check.differences.length > 0 ? 'different' : isSame ? 'same' : 'open';
      return {
        file,
        from: 'RouterOS',
        text: made,
        verdict,
        diagnostics: [],
        unsaid: notSaid.map(({ statement }) => statement),
        differences: check.differences,
      };
    }
    case 'routeros': {
      const { kind: _, diagnostics, check, ...rest } = found;
      const { assumed } = check;
      return {
        ...rest,
        diagnostics: diagnostics.map(findingView),
        check: {
          ...check,
          assumed: [
            ...assumed.ports.map(({ name, address }) => `${name} has ${address.address}/${address.length}`),
            ...assumed.tables.map(({ name, host }) => `table ${name} is for ${host}`),
          ],
        },
      };
    }
  }
}

const oneText = (texts: readonly NamedText[]): NamedText => {
  const [only = { file: 'text', text: '' }, ...more] = texts;
  return more.length === 0 ? only : joinTexts(texts);
};
