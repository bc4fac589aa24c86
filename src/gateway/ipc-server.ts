import type { Gateway } from './gateway.ts';
import type { GatewayMessage, GatewayReply, GatewayRequest } from './ipc.ts';

/** Sends to the parent; nothing happens where there is none (any more). */
export function tellParent(message: GatewayMessage): void {
  if (process.connected) process.send?.(message, () => {});
}

/** Answers one request of the parent. Never throws: trouble becomes a `failed` reply. */
export async function answer(gateway: Gateway, request: GatewayRequest): Promise<GatewayReply> {
  try {
    return await reply(gateway, request);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const condition = { code: 'gateway/request-failed', severity: 'error', what, do: 'Ask again.' } as const;
    return { type: 'failed', id: request.id, condition };
  }
}

async function reply(gateway: Gateway, { type, id, ...rest }: GatewayRequest): Promise<GatewayReply> {
  switch (type) {
    case 'routes':
      return { type: 'reply', id, request: type, value: gateway.routes() };
    case 'status':
      return { type: 'reply', id, request: type, value: gateway.status() };
    case 'counters':
      return { type: 'reply', id, request: type, value: gateway.counters() };
    case 'replace-config': {
      const { usable, diagnostics } = await gateway.replaceConfig('file' in rest ? rest.file : '');
      return { type: 'reply', id, request: type, value: { accepted: usable, diagnostics } };
    }
    case 'stop':
      return { type: 'reply', id, request: type, value: await gateway.stop() };
    default:
      throw new Error(`The gateway knows no request ${String(type)}.`);
  }
}
