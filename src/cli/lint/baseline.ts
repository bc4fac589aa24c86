import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { TextFile } from '../../config/index.ts';
import {
  type Baseline,
  compareWith,
  knownFindings,
  type LintedFile,
  parseBaseline,
  printBaseline,
  verdictOf,
} from '../../lint/index.ts';
import type { Language } from '../../text/index.ts';
import { inAsked } from '../options/language.ts';
import { readText, replaceText } from '../rsc-file.ts';

/** Findings that were there before, in a file. */
export interface BaselineOption {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** A baseline and what becomes of it. */
export class BaselineFile {
  readonly #path: string;
  #known: Baseline;

  private constructor(path: string, known: Baseline) {
    this.#path = path;
    this.#known = known;
  }

  /** Undefined, and said, where it cannot be used; a new one is made by `--update-baseline`. */
  static open({ baseline: path, updateBaseline = false }: BaselineOption): BaselineFile | undefined {
    if (path === undefined) return undefined;
    if (!existsSync(path)) {
      if (updateBaseline) return new BaselineFile(path, {});
      process.stderr.write(
        inAsked({
          en: `jalur: there is no baseline ${path}: --update-baseline writes it.\n`,
          id: `jalur: tidak ada baseline ${path}: --update-baseline menulisnya.\n`,
        }),
      );
      return undefined;
    }
    const text = readText(path);
    const known = text && parseBaseline(text.text);
    if (text && !known)
      process.stderr.write(
        inAsked({
          en: `jalur: ${path} is no baseline of jalur lint.\n`,
          id: `jalur: ${path} bukan baseline dari jalur lint.\n`,
        }),
      );
    return known && new BaselineFile(path, known);
  }

  /** With its new findings alone. */
  compare(text: TextFile, linted: LintedFile, only: readonly string[] | undefined, language: Language) {
    const known = this.#known[this.#nameOf(text)] ?? [];
    const { fresh, ...counts } = compareWith(known, linted.diagnostics, text.text, only);
    const compared = { ...linted, diagnostics: fresh, baseline: { new: fresh.length, ...counts } };
    return { ...compared, verdict: verdictOf(compared, language, compared) };
  }

  /** Takes what is found now; of rules that were not asked, what was there stays. */
  take(text: TextFile, linted: LintedFile, isAsked: (rule: string) => boolean): void {
    const name = this.#nameOf(text);
    const others = (this.#known[name] ?? []).filter(({ rule }) => !isAsked(rule));
    this.#known = { ...this.#known, [name]: [...others, ...knownFindings(linted.diagnostics, text.text)] };
  }

  /** False, and said, where it cannot be written. */
  write(): boolean {
    const like = { file: this.#path, text: '', encoding: 'utf8', isOldMac: false } as const;
    return replaceText(this.#path, printBaseline(this.#known), like);
  }

  /** As seen from the folder of the baseline, so that the same file is found from everywhere. */
  #nameOf({ file }: TextFile): string {
    if (file === 'standard-input') return file;
    return relative(dirname(resolve(this.#path)), resolve(file))
      .split(sep)
      .join('/');
  }
}
