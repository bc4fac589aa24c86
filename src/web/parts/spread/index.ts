export { SampleFields, type SampleSize, usualSize } from './sample-fields.tsx';
export { SpreadAnswer } from './spread-answer.tsx';
export type { NowColumn } from './spread-bars.tsx';
