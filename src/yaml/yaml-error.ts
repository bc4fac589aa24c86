import type { ErrorCode } from 'yaml';

/** What the parser's codes mean, in words that people who write YAML by hand know. */
const texts: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias (*name) cannot have a tag or an anchor',
  BAD_ALIAS: 'this alias (*name) is not written as one',
  BAD_COLLECTION_TYPE: 'a list and keys are mixed here',
  BAD_DQ_ESCAPE: 'this backslash sequence means nothing between double quotes',
  BAD_INDENT: 'a line is not indented as its neighbours are, or a bracket is not closed',
  BAD_SCALAR_START: 'a text cannot begin with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a key cannot be longer than its line',
  BLOCK_IN_FLOW: 'lines that begin with "-" or a key cannot stand between brackets',
  DUPLICATE_KEY: 'this key stands here twice',
  IMPOSSIBLE: 'this cannot stand here',
  KEY_OVER_1024_CHARS: 'this key is too long',
  MISSING_CHAR: 'a bracket, a quote, a colon or a comma is missing',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line',
  MULTIPLE_ANCHORS: 'this has two anchors (&name)',
  MULTIPLE_DOCS: 'the file holds more than one document (---)',
  MULTIPLE_TAGS: 'this has two tags (!name)',
  TAB_AS_INDENT: 'a line is indented by a tab; YAML wants spaces',
  TAG_RESOLVE_FAILED: 'this tag (!name) is not known',
  UNEXPECTED_TOKEN: 'this cannot stand here',
  BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
};

export const yamlErrorText = (code: ErrorCode): string => texts[code] ?? 'this cannot stand here';
