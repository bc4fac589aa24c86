export { Explained } from './explained.tsx';
export { Proved } from './proved.tsx';
export { RestsOn } from './rests-on.tsx';
export { answerWords } from './words.ts';
