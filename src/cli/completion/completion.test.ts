import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { bashCompletion, commandWords, fishCompletion } from './index.ts';

function program(): Command {
  const all = new Command('jalur').helpCommand('help [command]', 'help');
  all
    .command('prove')
    .argument('<path>', 'text')
    .option('--dialect <v6|v7>', 'read as. More')
    .option('--lan <name>', "the LAN's port");
  const lab = all.command('lab').summary('a bench');
  lab.command('run').addOption(new Option('-e, --experiment <name>', 'only').choices(['ping', 'speed']));
  return all;
}

const script = bashCompletion(commandWords(program()));

/** What bash offers after these words, the last of which is being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const line = `COMP_WORDS=(jalur "$@"); COMP_CWORD=${words.length}; _jalur; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, status } = spawnSync('bash', ['-uc', `${script}\n${line}`, 'bash', ...words], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout.split('\n').filter(word => word !== '');
}

describe('completion in bash', () => {
  it.each([
    [['pr'], ['prove']],
    [
      ['lab', ''],
      ['run', 'help'],
    ],
    [
      ['prove', '--'],
      ['--dialect', '--lan', '--help'],
    ],
    [
      ['prove', '--dialect', ''],
      ['v6', 'v7'],
    ],
    [['lab', 'run', '-e', 's'], ['speed']],
    [
      ['lab', 'run', '--experiment', ''],
      ['ping', 'speed'],
    ],
    // Nothing of ours: bash offers file names.
    [['prove', ''], []],
    [['prove', '--lan', ''], []],
  ])('words %j → %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

describe('completion in fish', () => {
  const lines = fishCompletion(commandWords(program())).split('\n');

  it('a command below another: offered after that one only', () => {
    expect(lines).toContain(
      "complete -c jalur -n '__fish_seen_subcommand_from lab; and not __fish_seen_subcommand_from run help' -f -a run -d ''",
    );
  });

  it('a quote in a description → escaped; only its first sentence', () => {
    expect(lines).toContain(
      "complete -c jalur -n '__fish_seen_subcommand_from prove' -l lan -r -d 'the LAN\\'s port'",
    );
    expect(lines).toContain(
      "complete -c jalur -n '__fish_seen_subcommand_from prove' -l dialect -xa 'v6 v7' -d 'read as'",
    );
  });
});

describe('jalur completion', () => {
  const bin = fileURLToPath(new URL('../../../bin/jalur', import.meta.url));

  it.each(['bash', 'zsh'])('%s → a script that bash can read, with every command', shell => {
    const { stdout } = spawnSync(process.execPath, [bin, 'completion', shell], { encoding: 'utf8' });
    expect(spawnSync('bash', ['-n'], { input: stdout }).status).toBe(0);
    for (const name of ['explain', 'lab run', 'completion']) expect(stdout).toContain(`'${name}'`);
  });

  it('a shell that we do not know → exit 2, and those that we know', () => {
    const { status, stderr } = spawnSync(process.execPath, [bin, 'completion', 'tcsh'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('bash, zsh, fish');
  });
});
