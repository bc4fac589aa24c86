/** Who hears what is wrong with a question, and lines that say what could have been meant. */
export type Complain = (what: string, ...more: readonly string[]) => void;
