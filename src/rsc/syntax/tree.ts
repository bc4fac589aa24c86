/** A stretch of the text by offsets (UTF-16 units), end exclusive. Lines and columns are worked out on demand. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Literal text: bare, quoted, or both joined. `text` has escapes and line joins resolved. */
export interface TextValue extends Range {
  readonly kind: 'text';
  readonly text: string;
  readonly quoted: boolean;
}

/** `$name` or `$"name"`. */
export interface VariableValue extends Range {
  readonly kind: 'variable';
  readonly name: string;
}

/** `[ … ]`: a command whose result is used. */
export interface CommandValue extends Range {
  readonly kind: 'command';
  readonly script: Script;
}

/** `( … )`: an expression, kept as written. */
interface ExpressionValue extends Range {
  readonly kind: 'expression';
}

/** `{ … }`: code or an array. */
export interface BlockValue extends Range {
  readonly kind: 'block';
  readonly script: Script;
}

/** Several of the above without a blank between: `"$gw%ether1"`, `to_$i`. */
interface MixedValue extends Range {
  readonly kind: 'mixed';
  readonly parts: readonly Value[];
}

export type Value = TextValue | VariableValue | CommandValue | ExpressionValue | BlockValue | MixedValue;

export type Operator = '=' | '!=' | '~' | '<' | '>' | '<=' | '>=';

/** `name=value`, inside `[ find ]` also with another operator. `nameEnd` is where the name ends in the text. */
export interface Argument extends Range {
  readonly kind: 'argument';
  readonly name: string;
  readonly nameEnd: number;
  readonly operator: Operator;
  readonly value: Value;
}

export type Word = Argument | Value;

/** One command with everything that belongs to it; what the words mean is not decided here. */
export interface Statement extends Range {
  readonly kind: 'statement';
  readonly words: readonly Word[];
}

/** Braces around ordinary lines. */
export interface Block extends Range {
  readonly kind: 'block-statement';
  readonly script: Script;
}

/** `# …` to the end of the line. */
interface Comment extends Range {
  readonly kind: 'comment';
}

/** `[admin@MikroTik] /ip route>`: shown by a terminal, pasted along; `path` is the menu it names. */
interface Prompt extends Range {
  readonly kind: 'prompt';
  readonly path: string;
}

/** Text that is no RouterOS: prose, Markdown fences, markup, stray brackets. */
interface Noise extends Range {
  readonly kind: 'noise';
  readonly what: 'prose' | 'fence' | 'other-language' | 'markup' | 'stray';
}

export type Part = Statement | Block | Comment | Prompt | Noise;

/** Parts in order. Only blanks, line ends, joins and `;` lie between them (`coverage` proves it). */
export interface Script extends Range {
  readonly parts: readonly Part[];
}
