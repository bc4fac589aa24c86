/** RouterOS text, both ways: `readRouterOs` makes a Router of anything that an admin pastes, and says what it left. */

export { commandsIn, type MenuNode, menuAt, rootMenu } from './commands/index.ts';
export { wrapsLines } from './export-layout.ts';
export * from './format.ts';
export { joinTexts, type NamedText } from './join-texts.ts';
export { leaseRouteComments } from './lease-script.ts';
export { writeMatcher } from './matchers/index.ts';
export {
  type Attribute,
  fallbackText as defaultText,
  type Menu,
  menus,
  takes,
  withoutSecrets,
} from './menus/index.ts';
export * from './outline/index.ts';
export { escapeText, quote } from './quote.ts';
export * from './read.ts';
export * from './schema/index.ts';
export {
  type Forgotten,
  type Given,
  type Globals,
  type HeldScript,
  type OpenInText,
  type OpenStatement,
  openInText,
  type RouterState,
  runScript,
  scriptCouldChange,
  scriptForgets,
  uncertainScripts,
} from './script/index.ts';
export { closest, didYouMean, meant } from './similar.ts';
export { onOneLine, type StatedStatement, scriptStatementsOf, statementsOf } from './statements-of.ts';
export {
  type Argument,
  lostBytes,
  type MadeStretch,
  nearText,
  parse,
  printTree,
  type Range,
  spanOf,
} from './syntax/index.ts';
export { emptyLists, missingInterfaceLists } from './unknown-names.ts';
export { wrapWords } from './wrap-words.ts';
export * from './write.ts';
