import { LanguageSupport, StreamLanguage, type StringStream } from '@codemirror/language';

interface State {
  /** Inside of a string that goes on over the end of a line. */
  inString: boolean;
}

const commands = /^(?:add|set|remove|enable|disable|move|unset|find|print|get|export)(?![\w=.-])/;

function inString(stream: StringStream, state: State): string {
  if (stream.match(/^\\(?:[0-9A-Fa-f]{2}|.|$)/)) return 'escape';
  if (stream.match(/^\$[A-Za-z0-9_]+/)) return 'variableName';
  if (stream.eat('"')) {
    state.inString = false;
    return 'string';
  }
  stream.next();
  stream.eatWhile(/[^"\\$]/);
  return 'string';
}

function outside(stream: StringStream, state: State): string | null {
  if (stream.sol() && stream.match(/^\s*#.*/)) return 'comment';
  if (stream.eatSpace()) return null;
  if (stream.eat('"')) {
    state.inString = true;
    return 'string';
  }
  if (stream.match(/^\/[a-z0-9][a-z0-9/-]*(?: [a-z][a-z0-9-]*(?![\w=.-]))*/)) return 'namespace';
  if (stream.match(/^:[a-z]+\b/)) return 'keyword';
  if (stream.match(/^\$[A-Za-z0-9_]+/)) return 'variableName';
  if (stream.match(commands)) return 'keyword';
  if (stream.match(/^[a-z0-9][a-z0-9.-]*(?==)/)) return 'propertyName';
  if (stream.match(/^\d+(?:\.\d+){3}(?:\/\d+)?/)) return 'number';
  if (stream.match(/^=!?(?:yes|no)(?![\w-])/)) return 'bool';
  if (stream.match(/^[\w.:-]+/)) return null;
  stream.next();
  return null;
}

/** RouterOS text, coloured as in the editors that know it (editors/vscode/syntaxes). */
export const routerOs = (): LanguageSupport =>
  new LanguageSupport(
    StreamLanguage.define<State>({
      name: 'routeros',
      startState: () => ({ inString: false }),
      token: (stream, state) => (state.inString ? inString(stream, state) : outside(stream, state)),
      languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['(', '[', '{', '"'] } },
    }),
  );
