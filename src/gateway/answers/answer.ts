import type { AnsweredRequest, ControlPeer, ControlValues } from '../control/protocol.ts';
import type { Gateway } from '../running-gateway.ts';

/** Answers one request of a client. Throws EnvironmentError and ControlRefused. */
export async function answer(
  gateway: Gateway,
  request: AnsweredRequest,
  { connectedAtMs }: ControlPeer,
): Promise<ControlValues[typeof request.type]> {
  switch (request.type) {
    case 'routes':
      return gateway.routes();
    case 'status':
      return gateway.measuredStatus();
    case 'events':
      return gateway.events(request.since);
    case 'wan':
      return gateway.wan(request);
    case 'counters':
      return gateway.counters();
    case 'config': {
      const { usable: accepted, diagnostics } = await gateway.replaceConfig(request.file);
      return { accepted, diagnostics };
    }
    case 'reload':
      return gateway.reload(request.by);
    case 'apply':
      return gateway.apply(request);
    case 'rollback':
      return gateway.rollback(request);
    case 'texts':
      return gateway.texts();
    case 'confirm':
      return gateway.confirm(request, connectedAtMs);
    case 'interfaces':
      return gateway.network.interfaces();
    case 'connections':
      return gateway.network.connections(request);
    case 'queues':
      return gateway.network.queues();
    case 'leases':
      return gateway.network.leases();
    case 'applied':
      return gateway.past.applied(request);
    case 'incidents':
      return gateway.past.incidents(request);
    case 'incident':
      return gateway.past.incident(request);
    case 'report':
      return gateway.past.report(request);
    case 'series':
      return gateway.past.series(request);
    case 'journal':
      return gateway.past.journal(request);
    case 'notify':
      return gateway.notified(request);
    case 'settled':
      await gateway.settled();
      return {};
    case 'pulse':
      return {};
    case 'stop':
      return gateway.stop();
  }
}
