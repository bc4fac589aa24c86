import type { Diagnostic, InEveryLanguage, Language } from '../../text/index.ts';

/** What a configuration may ask and our Linux program cannot enforce, by the names with which a user goes without it. */
const idsOf = {
  'address-lists': ['linux/address-list'],
  'bridge-filter': ['linux/bridge-filter'],
  'dns-names': ['compile/address-list-name'],
  hotspot: ['linux/hotspot'],
  'interface-lists': ['linux/interface-list'],
  ipsec: ['linux/ipsec'],
  rules: ['compile/rule-left-out'],
  scripts: ['linux/script-not-carried-out'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type UnsupportedName = keyof typeof idsOf;

export const unsupportedNames = Object.keys(idsOf) as readonly UnsupportedName[];

const nameOf = ({ id }: Diagnostic): UnsupportedName | undefined =>
  unsupportedNames.find(name => (idsOf[name] as readonly string[]).includes(id));

const goWithout: InEveryLanguage<(name: string) => string> = {
  en: name => `Or go without it: --skip-unsupported ${name}.`,
  id: name => `Atau jalan tanpanya: --skip-unsupported ${name}.`,
};

/** Findings that refuse to run, apart from those that the user goes without: these become warnings. */
export function withoutSkipped(
  diagnostics: readonly Diagnostic[],
  skipped: readonly UnsupportedName[] = [],
  language: Language = 'en',
): readonly Diagnostic[] {
  return diagnostics.map(diagnostic => {
    const name = diagnostic.severity === 'error' ? nameOf(diagnostic) : undefined;
    if (name === undefined) return diagnostic;
    if (skipped.includes(name)) return { ...diagnostic, severity: 'warning' };
    const or = goWithout[language](name);
    return { ...diagnostic, do: diagnostic.do === undefined ? or : `${diagnostic.do} ${or}` };
  });
}
