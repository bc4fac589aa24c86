/** RouterOS text, both ways: `readRouterOs` makes a Router of anything that an admin pastes, and says what it left. */

export { commandsIn, isOrdered, type MenuNode, menuAt, rootMenu } from './commands/index.ts';
export { type Listing, listingOf } from './listing/index.ts';
export { writeMatcher } from './matchers/index.ts';
export {
  type Attribute,
  fallbackText as defaultText,
  type Menu,
  menus,
  takes,
  withoutSecrets,
} from './menus/index.ts';
export { emptyLists, missingInterfaceLists } from './names/unknown-names.ts';
export * from './outline/index.ts';
export * from './read.ts';
export * from './schema/index.ts';
export { unreadable, unsetVariables } from './script/faults.ts';
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
export { leaseRouteComments } from './script/lease-script.ts';
export { joinTexts, type NamedText } from './source/join-texts.ts';
export { onOneLine, type StatedStatement, scriptStatementsOf, statementsOf } from './source/statements-of.ts';
export { closest, didYouMean, meant, nearest } from './spelling/similar.ts';
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
export { wrapsLines } from './write/export-layout.ts';
export * from './write/format.ts';
export { escapeText, quote } from './write/quote.ts';
export { wrapWords } from './write/wrap-words.ts';
export * from './write/write.ts';
