import type { Sink } from './colour.ts';
import { writeControls } from './keep-safe.ts';
import { fit } from './live-block.ts';
import { sendable } from './signature.ts';

/**
 * The whole terminal, for pictures that are drawn again and again; what stood there is there again at the end (ECMA-48, and xterm's
 * alternate screen). One write for each picture, over the one before: no flicker, also over SSH.
 */
export interface Screen {
  /** Lines that do not fit are left out at the end. */
  draw(lines: readonly string[]): void;
  end(): void;
}

const [enter, leave] = ['\u001b[?1049h\u001b[?25l', '\u001b[?25h\u001b[?1049l'];

export function openScreen(sink: Sink & { readonly rows?: number }): Screen {
  let isOpen = true;
  writeControls(sink, enter);
  return {
    draw(lines) {
      const { columns = 80, rows = 24 } = sink;
      const shown = lines.slice(0, rows).map(line => `${sendable(fit(line, columns))}\u001b[K`);
      if (isOpen) writeControls(sink, `\u001b[H${shown.join('\r\n')}\u001b[J`);
    },
    end() {
      if (isOpen) writeControls(sink, leave);
      isOpen = false;
    },
  };
}
