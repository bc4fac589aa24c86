import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { keep, kept } from '../client/own-storage.ts';
import { inLanguage, type Language, type Spoken, type Words } from './said.ts';

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const key = 'jalur-language';
const Context = createContext<Choice>({ language: 'en', choose: () => {} });

/** What was chosen here before, else what the browser asks for. */
function first(): Language {
  const chosen = kept(key);
  if (chosen === 'en' || chosen === 'id') return chosen;
  return navigator.language.toLowerCase().startsWith('id') ? 'id' : 'en';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo<Choice>(
    () => ({
      language,
      choose: next => {
        keep(key, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Context value={choice}>{children}</Context>;
}

export const useLanguage = (): Choice => useContext(Context);

/** The texts of one area in the language that the user reads. */
export const useWords = <W extends Words>(words: W): Spoken<W> => inLanguage(words, useLanguage().language);
