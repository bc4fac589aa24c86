import type { Origin } from '../model/index.ts';
import type { Diagnostic, Severity } from '../text/index.ts';

/** Takes what a conversion has to say. */
export type Remarks = Diagnostic[];

/** `error`: the text will not do what it did; `warning`: look at it; `info`: done differently, same effect. */
export function remark(
  remarks: Remarks,
  severity: Severity,
  name: string,
  { span }: Origin,
  what: string,
  todo?: string,
): void {
  remarks.push({ id: `routeros/${name}`, severity, what, span, ...(todo !== undefined && { do: todo }) });
}
