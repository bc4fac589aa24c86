import { expect, it } from 'vitest';
import { readRouterOs } from '../index.ts';

/** What an expression comes to, as the comment of a route; undefined: it is not carried out. */
const worth = (expression: string): string | undefined => {
  const text = `:local x 5; :local l {1;2;a=7}\n/ip route add gateway=10.0.0.1 comment=(${expression})`;
  return readRouterOs(text, { file: 'x.rsc' }).router.routes[0]?.comment;
};

it.each([
  ['"a" . "b"', 'ab'],
  ['$x . "-" . 10.0.0.1', '5-10.0.0.1'],
  ['$x + 2', '7'],
  ['2 + 3 * 4', '14'],
  ['(10) / 3', '3'],
  ['10 % 3', '1'],
  ['-$x + 1', '-4'],
  ['$x = 5', 'true'],
  ['$x != 5', 'false'],
  ['$x > 4 && !($x = 6)', 'true'],
  ['1 = 2 || 3 <= 2', 'false'],
  ['true and false or true', 'true'],
  ['true', 'true'],
  ['yes = true', 'true'],
  ['"a\\$b"', 'a$b'],
  ['10.0.0.15 + 10', '10.0.0.25'],
  ['10.0.0.15 - 10.0.0.3', '12'],
  ['192.168.88.77&255.255.255.0', '192.168.88.0'],
  ['~255.255.0.0', '0.0.255.255'],
  ['192.168.88.77>>24', '0.0.0.192'],
  ['1.1.1.1/32 in 1.0.0.0/8', 'true'],
  ['"ether1" ~ "^eth"', 'true'],
  ['1m < 61s', 'true'],
  ['[:len "abc"] + $x', '8'],
  ['[:pick "abcdef" 1 3]', 'bc'],
  ['[:find "10.0.0.1/24" "/"]', '8'],
  ['[:typeof 10.0.0.1]', 'ip'],
  ['[:tostr $x] . [:tonum "7"]', '57'],
  ['$l->1', '2'],
  ['$l->"a"', '7'],
  ['"x$($x + 1)y"', 'x6y'],
  ['$unknown = 1 || true', 'true'],
])('%s → %s', (expression, expected) => {
  expect(worth(expression)).toBe(expected);
});

it.each(['$y . "a"', '[:resolve "a.b"] = 1', '$x +', '1 2', '(1', '"a" + 1', '"a" < "b"', '1 / 0'])(
  '%s → not certain',
  expression => {
    expect(worth(expression)).toBeUndefined();
  },
);
