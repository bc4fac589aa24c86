import { quote } from '../rsc/index.ts';
import { type Made, type Property, statementsOfIntent } from './expand/index.ts';
import type { Intent } from './normal/index.ts';
import type { Path } from './path.ts';

/** A stretch of the text and the key that it is there for. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly path: Path;
}

/** RouterOS text of an intent, with where each part of it comes from: statements, and properties inside them. */
export interface MadeText {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** The same as RouterOS 7 text. */
export function printIntent(intent: Intent): MadeText {
  const sheet = new Sheet();
  sheet.line('# RouterOS 7 (7.1 or later), made from an intent of jalur');
  for (const made of statementsOfIntent(intent)) sheet.add(made);
  return sheet;
}

class Sheet implements MadeText {
  text = '';
  readonly stretches: Stretch[] = [];
  #menu = '';

  line(text: string): void {
    this.text += `${text}\n`;
  }

  add({ menu, command, properties, from }: Made): void {
    if (menu !== this.#menu) this.line(menu);
    this.#menu = menu;
    const start = this.text.length;
    const stretches: Stretch[] = [];
    this.text += command;
    for (const property of properties) {
      const at = this.text.length + 1;
      this.text += written(property);
      const [, , path] = property;
      if (path && this.text.length > at) stretches.push({ start: at, end: this.text.length, path });
    }
    this.stretches.push({ start, end: this.text.length, path: from }, ...stretches);
    this.text += '\n';
  }
}

function written([name, value]: Property): string {
  if (value === undefined) return '';
  return value === true ? ` ${name}` : ` ${name}=${quote(value)}`;
}
