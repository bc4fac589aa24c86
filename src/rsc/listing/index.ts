/** What `print` shows of a router, read as the statements that make it so. */
export { type Listing, listingOf } from './listing.ts';
