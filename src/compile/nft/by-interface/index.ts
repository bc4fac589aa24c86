/** Rules by the interface that they ask for. */
export {
  isAboutIn,
  mayBeElsewhere,
  namesOf,
  type RulesThere,
  ruleAt,
  rulesAt,
} from './about-interface.ts';
export { byLineTexts, partsByLine } from './by-line.ts';
