export { SampleFields, usualSize } from './sample-fields.tsx';
export { SpreadAnswer } from './spread-answer.tsx';
