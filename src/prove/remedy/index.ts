/** RouterOS lines that mend what a proof found, each tried by proving the text with them once more. */
export * from './remedy.ts';
