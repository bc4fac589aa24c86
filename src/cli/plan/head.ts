import { counted, type Diagnostic, type Language, visible } from '../../text/index.ts';

/** The first line of a plan: what follows, and whether a gateway would take it. */
export function planHead(file: string, diagnostics: readonly Diagnostic[], language: Language): string {
  const say = words[language];
  const count = (wanted: Diagnostic['severity']): number =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const name = visible(file);
  return `# ${errors > 0 ? say.refused(name, errors) : say.plan(name, warnings)}\n`;
}

const words = {
  en: {
    refused: (file: string, errors: number) =>
      `jalur run would refuse ${file}: ${counted(errors, 'error')}. The program of the rest follows; nothing was changed.`,
    plan: (file: string, warnings: number) =>
      `The Linux program of ${file}${warnings === 0 ? '' : `, with ${counted(warnings, 'warning')}`}; nothing was changed.`,
  },
  id: {
    refused: (file: string, errors: number) =>
      `jalur run akan menolak ${file}: ${errors} kesalahan. Program dari sisanya menyusul; tidak ada yang diubah.`,
    plan: (file: string, warnings: number) =>
      `Program Linux dari ${file}${warnings === 0 ? '' : `, dengan ${warnings} peringatan`}; tidak ada yang diubah.`,
  },
} as const satisfies Record<Language, unknown>;
