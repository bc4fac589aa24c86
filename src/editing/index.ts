/** What an editor knows of a text while it is written: what can stand at a place, and what names name. */
export { builtInScope, referredBy } from './built-in.ts';
export { type Completion, completionsAt } from './completion.ts';
export { kindText } from './kind-text.ts';
export { isInterfaceMenu, type NameKind, type Naming, namingsOf, scopeOf } from './kinds.ts';
export { gateText, isThere, type PropertyInfo, propertyOf } from './schema.ts';
