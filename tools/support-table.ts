import { type Dialect, type RouterOsVersion, versionsWith } from '../src/model/index.ts';
import { type Attribute, defaultText, type Menu, menus } from '../src/rsc/index.ts';

// docs/rsc-subset.md from the menu tables. test/rsc/support-table.test.ts holds the two together and rewrites the
// page with UPDATE_GOLDENS=1.

const head = `# RouterOS text: what is read and written

Generated from the menu tables in \`src/rsc/menus/\`; do not edit (\`UPDATE_GOLDENS=1 npx vitest run test/rsc/support-table.test.ts\`).

- **modelled**: the property has a value in the router, is checked, and has the default shown where a text leaves it out.
- **kept**: the property is known, carried as text and written back; jalur does not act on it.
- Menus that are not listed here are kept unchanged, statement by statement, and reported.
- \`add\`, \`set\`, \`remove\`, \`enable\`, \`disable\`, \`move\`, \`unset\` are carried out, with items found by name or \`[ find … ]\`
  (\`=\`, \`!=\`, \`~\`, \`&&\`, \`||\`, \`where\`, brackets). \`:local\`/\`:global\` with certain values, \`:do { … }\` and \`:if\` with a
  certain condition are followed; all other scripting is kept and reported as not evaluated.
- Every item also has \`comment\`, and \`disabled\` (default \`no\` unless shown).
- Names and defaults follow MikroTik's manual and the menu data of the community.routeros project.
`;

/** The page as Markdown. */
export function supportTable(): string {
  return `${head}\n${menus.map(section).join('\n')}`;
}

function section(menu: Menu): string {
  const modelled = Object.entries(menu.attributes)
    .filter(([name]) => name !== 'comment' && !(name === 'disabled' && sameDefault(menu)))
    .map(([name, attribute]) => row(name, attribute));
  const table =
    modelled.length === 0
      ? []
      : ['| property | value | default | versions |', '|---|---|---|---|', ...modelled, ''];
  const kept =
    menu.others.length === 0 ? [] : [`Kept: ${menu.others.map(name => `\`${name}\``).join(', ')}.`, ''];
  return [`## ${menu.path}`, '', ...note(menu), ...table, ...kept].join('\n');
}

function note({ kind, factory, only }: Menu): readonly string[] {
  if (only) return [`RouterOS ${versionsWith(only)}.`, ''];
  if (kind === 'settings') return ['Settings: only `set`.', ''];
  return factory
    ? ['Items exist without being added: `set` addresses them by name or `[ find … ]`.', '']
    : [];
}

function sameDefault({ attributes }: Menu): boolean {
  const { disabled } = attributes;
  return disabled === undefined || (textFor(disabled, 'v6') === 'no' && textFor(disabled, 'v7') === 'no');
}

function row(name: string, attribute: Attribute<unknown>): string {
  const cells = [`\`${name}\``, attribute.type.name, defaultCell(attribute), versionCell(attribute)];
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function textFor(attribute: Attribute<unknown>, dialect: Dialect): string {
  const version: RouterOsVersion = { dialect, text: '', evidence: [] };
  return defaultText(attribute, version);
}

function defaultCell(attribute: Attribute<unknown>): string {
  if (attribute.required) return '*required*';
  const [v6, v7] = [textFor(attribute, 'v6'), textFor(attribute, 'v7')];
  return v6 === v7 ? v7 : `${v6} (v6), ${v7} (v7)`;
}

function versionCell({ only }: Attribute<unknown>): string {
  return only ? versionsWith(only) : '';
}
