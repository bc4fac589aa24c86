import type { ControlRequest } from '../control/protocol.ts';

export type ApplyRequest = Extract<ControlRequest, { readonly type: 'apply' }>;
export type RollbackRequest = Extract<ControlRequest, { readonly type: 'rollback' }>;
export type ConfirmRequest = Extract<ControlRequest, { readonly type: 'confirm' }>;

export type Unnumbered<T> = Omit<T, 'v' | 'id' | 'type'>;
