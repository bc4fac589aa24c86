import type { ErrorCode } from 'yaml';
import type { InEveryLanguage, Language } from '../text/index.ts';

/** What the parser's codes mean, in words that people who write YAML by hand know. */
const en = {
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
} satisfies Partial<Record<ErrorCode, string>>;

const id: typeof en = {
  ALIAS_PROPS: 'alias (*nama) tidak boleh punya tag atau anchor',
  BAD_ALIAS: 'alias (*nama) ini salah tulis',
  BAD_COLLECTION_TYPE: 'daftar dan kunci tercampur di sini',
  BAD_DQ_ESCAPE: 'urutan garis miring terbalik ini tidak ada artinya di antara tanda kutip ganda',
  BAD_INDENT: 'indentasi baris tidak sama dengan baris di sekitarnya, atau ada kurung yang tidak ditutup',
  BAD_SCALAR_START: 'teks tidak boleh diawali karakter ini; beri tanda kutip',
  BLOCK_AS_IMPLICIT_KEY: 'kunci tidak boleh lebih dari satu baris',
  BLOCK_IN_FLOW: 'baris yang diawali "-" atau kunci tidak boleh ada di dalam kurung',
  DUPLICATE_KEY: 'kunci ini tertulis dua kali',
  IMPOSSIBLE: 'ini tidak boleh ada di sini',
  KEY_OVER_1024_CHARS: 'kunci ini terlalu panjang',
  MISSING_CHAR: 'ada kurung, tanda kutip, titik dua atau koma yang kurang',
  MULTILINE_IMPLICIT_KEY: 'kunci harus dalam satu baris',
  MULTIPLE_ANCHORS: 'ada dua anchor (&nama)',
  MULTIPLE_DOCS: 'file berisi lebih dari satu dokumen (---)',
  MULTIPLE_TAGS: 'ada dua tag (!nama)',
  TAB_AS_INDENT: 'indentasi baris memakai tab; YAML memakai spasi',
  TAG_RESOLVE_FAILED: 'tag (!nama) ini tidak dikenal',
  UNEXPECTED_TOKEN: 'ini tidak boleh ada di sini',
  BAD_PROP_ORDER: 'anchor atau tag berada di tempat yang salah',
};

const words: InEveryLanguage<Partial<Record<ErrorCode, string>>> = { en, id };

export const yamlErrorText = (code: ErrorCode, language: Language = 'en'): string =>
  words[language][code] ?? { en, id }[language].UNEXPECTED_TOKEN;
