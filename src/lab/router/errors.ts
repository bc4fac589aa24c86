import type { Diagnostic } from '../../text/index.ts';

/** The gateway ended by itself. `diagnostics`: errors in its configuration, where those were the reason. */
export class GatewayEnded extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(reason: string, diagnostics: readonly Diagnostic[]) {
    super(`the gateway ended: ${reason}`);
    this.name = 'GatewayEnded';
    this.diagnostics = diagnostics;
  }
}
