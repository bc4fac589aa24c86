export { quoteFrom } from './quote.ts';
export type { QuoteOf } from './story.tsx';
export { lineOf } from './story.tsx';
export { Way } from './way.tsx';
