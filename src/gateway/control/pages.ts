import type { AnsweredRequest, ControlError, ControlRequestType } from './protocol.ts';

// The process of the pages is another user than the gateway, and what it says comes from browsers.

/** What it may ask for. */
const mayAsk: Readonly<Record<ControlRequestType, boolean>> = {
  routes: true,
  status: true,
  counters: true,
  events: true,
  wan: true,
  pulse: true,
  subscribe: true,
  reload: true,
  apply: true,
  confirm: true,
  rollback: true,
  interfaces: true,
  connections: true,
  queues: true,
  leases: true,
  texts: true,
  applied: true,
  incidents: true,
  incident: true,
  report: true,
  series: true,
  journal: true,
  // No page asks for these.
  notify: false,
  settled: false,
  // It ends the gateway, and who may do that is at the machine.
  stop: false,
  // It reads a file by its name, as the user that the gateway is.
  config: false,
};

/** As it is obeyed: who asks for something is known to have come by a page, and what a page cannot know is not believed. */
export function ofPages(request: AnsweredRequest): AnsweredRequest | ControlError {
  if (!mayAsk[request.type]) return notAllowed(`Pages may not ask for ${request.type}.`);
  switch (request.type) {
    case 'apply':
      if (!request.texts) return notAllowed('Pages apply texts, not files by their names.');
      return { ...request, keepNotify: true, by: byPage(request.by) };
    case 'confirm': {
      const session = request.session.kind === 'web' ? request.session : ({ kind: 'unknown' } as const);
      return { ...request, session, by: byPage(request.by) };
    }
    case 'wan':
    case 'reload':
    case 'rollback':
      return { ...request, by: byPage(request.by) };
    default:
      return request;
  }
}

const byPage = (by = 'somebody'): string => `web: ${by}`;

const notAllowed = (what: string): ControlError => ({
  code: 'control/not-allowed',
  what,
  do: 'Use jalur at the machine itself, or by SSH.',
});
