import { menuSchema, menus } from '../rsc/index.ts';
import { tradeWords } from './trade-words.ts';

/** Of the scripting language. */
const language = `
 local global set put log delay error do while for foreach if else return parse resolve pick len typeof tostr tonum toarray tobool toid
 toip toip6 totime tonsec find nothing nil in where print get add remove enable disable move unset comment edit export import
 environment terminal execute time timestamp beep date serialize deserialize convert array num str bool ip counter retry on err
 value name count only without paging as file detail terse brief from to interval duration once output append proplist where
 step as value paging bound interface lease address gateway server tcp options leaseBoundInterface leaseActIP leaseActMAC leaseServerName leaseBound
 na pd prefix valid vid user caller called peer remote host status since done tests failed type comment
`;

/** Words that RouterOS itself has: paths, commands, properties, values; and what people of the trade call things. */
export const ownWords: ReadonlySet<string> = new Set([...tradeWords, ...wordsOfRouterOs()]);

function wordsOfRouterOs(): string[] {
  const texts = [
    ...menus.flatMap(({ path, attributes, others }) => [
      path,
      ...others,
      ...Object.entries(attributes).flatMap(([name, { type }]) => [name, ...(type.choices ?? [])]),
    ]),
    ...[...menuSchema].flatMap(([path, { properties }]) => [path, ...properties.keys()]),
    language,
  ];
  return texts.flatMap(text => text.toLowerCase().match(/[a-z]+/g) ?? []);
}
