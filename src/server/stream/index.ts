/** What the gateway says, told to everybody who listens (Server-Sent Events). */
export * from './hub.ts';
export { eventView, type Message } from './views.ts';
