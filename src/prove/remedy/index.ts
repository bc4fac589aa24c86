/** RouterOS lines that mend what a proof found, each tried by proving the text with them once more. */

export { lineMarkedFor } from './defect-lines.ts';
export { linesFor } from './lines.ts';
export { wellKnownHosts } from './probe-lines.ts';
export * from './remedy.ts';
