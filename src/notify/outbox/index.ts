/** What waits to be sent to one receiver: one after the other, tried again, never more than there is room for. */
export * from './outbox.ts';
