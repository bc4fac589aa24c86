/** The manual page, made from the commands themselves. */
export { manualPage } from './manual-page.ts';
