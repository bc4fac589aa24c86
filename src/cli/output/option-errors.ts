/** What the parser of options says, and the same in Indonesian; `$1` is what the user wrote. */
const sentences: readonly (readonly [said: RegExp, id: string])[] = [
  [/^error: /, 'kesalahan: '],
  [/unknown option ('[^']*')/, 'opsi $1 tidak dikenal'],
  [/unknown command ('[^']*')/, 'perintah $1 tidak dikenal'],
  [/missing required argument ('[^']*')/, 'argumen $1 wajib diisi'],
  [/required option ('[^']*') not specified/, 'opsi $1 wajib diisi'],
  [/option ('[^']*') argument missing/, 'opsi $1 membutuhkan nilai'],
  [
    /option ('[^']*') argument ('(?:[^']|'(?! is invalid))*') is invalid\./,
    'nilai $2 untuk opsi $1 tidak berlaku.',
  ],
  [/option ('[^']*') cannot be used with option ('[^']*')/, 'opsi $1 tidak dapat dipakai bersama opsi $2'],
  [
    /command-argument value ('(?:[^']|'(?! is invalid))*') is invalid for argument ('[^']*')\./,
    'nilai $1 untuk argumen $2 tidak berlaku.',
  ],
  [
    /too many arguments(?: for ('[^']*'))?\. Expected (\d+) arguments? but got (\d+)/,
    'argumen terlalu banyak: paling banyak $2, diberi $3',
  ],
  [/Allowed choices are /, 'Pilihannya: '],
  [/\(Did you mean one of ([^?]*)\?\)/, '(Maksudnya salah satu dari $1?)'],
  [/\(Did you mean ([^?]*)\?\)/, '(Maksudnya $1?)'],
];

/** A refusal of the parser of options, which speaks English alone, in Indonesian. */
export const optionErrorInIndonesian = (text: string): string =>
  sentences.reduce((said, [pattern, id]) => said.replace(pattern, id), text);
