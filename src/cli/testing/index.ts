/** What tests of what commands write begin from. */
export { sink } from './sink.ts';
