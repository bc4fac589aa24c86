import { Argument, Command, Option } from 'commander';
import { expect, it } from 'vitest';
import { optionErrorInIndonesian } from './option-errors.ts';

/** What the parser itself says of these words. */
function refusal(words: readonly string[]): string {
  let said = '';
  const program = new Command('jalur').exitOverride().configureOutput({
    writeErr(text) {
      said += text;
    },
  });
  program
    .command('plan')
    .addArgument(new Argument('<action>', 'what').choices(['up', 'down']))
    .requiredOption('--to <version>')
    .addOption(new Option('--kind <kind>').choices(['a', 'b']))
    .addOption(new Option('--print').conflicts('json'))
    .option('--json')
    .action(() => {});
  expect(() => program.parse([...words], { from: 'user' })).toThrow();
  return optionErrorInIndonesian(said);
}

it.each([
  [['plna'], "kesalahan: perintah 'plna' tidak dikenal\n(Maksudnya plan?)"],
  [['plan', '--to', '1', 'up', '--jsn'], "kesalahan: opsi '--jsn' tidak dikenal\n(Maksudnya --json?)"],
  [['plan', '--to', '1'], "kesalahan: argumen 'action' wajib diisi"],
  [['plan', 'up'], "kesalahan: opsi '--to <version>' wajib diisi"],
  [['plan', 'up', '--to'], "kesalahan: opsi '--to <version>' membutuhkan nilai"],
  [
    ['plan', 'up', '--to', '1', '--kind', 'c'],
    "kesalahan: nilai 'c' untuk opsi '--kind <kind>' tidak berlaku. Pilihannya: a, b.",
  ],
  [
    ['plan', 'up', '--to', '1', '--print', '--json'],
    "kesalahan: opsi '--print' tidak dapat dipakai bersama opsi '--json'",
  ],
  [
    ['plan', 'x', '--to', '1'],
    "kesalahan: nilai 'x' untuk argumen 'action' tidak berlaku. Pilihannya: up, down.",
  ],
  [['plan', 'up', 'down', '--to', '1'], 'kesalahan: argumen terlalu banyak: paling banyak 1, diberi 2'],
])('%j → no English word is left', (words, start) => {
  const said = refusal(words);
  expect(said).toContain(start);
  expect(said).not.toMatch(
    /\b(?:error|option|argument|is|not|the|shows|mean|missing|required|too many)\b(?! ?<)/,
  );
});
