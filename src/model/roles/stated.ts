import { freeze } from '../items/item.ts';
import { noOrigin } from '../items/origin.ts';
import type { Router } from '../router.ts';
import type { RoleEvidence, StatedRoles } from './evidence.ts';

const unnamed = {
  en: 'The text does not name it; something must be there.',
  id: 'Teks tidak menyebutnya; harus ada sesuatu di situ.',
};

/** The same Router with roles that the user states; a list that is not given is left to the text. */
export function withRoles(router: Router, roles: StatedRoles): Router {
  return roles.wans === undefined && roles.lans === undefined ? router : freeze({ ...router, roles });
}

export function statedEvidence({ roles = {} }: Router): RoleEvidence[] {
  const said = (role: 'wan' | 'lan', names: readonly string[] = []): RoleEvidence[] =>
    names.map(name => ({
      interface: name,
      role,
      kind: 'stated',
      origin: noOrigin,
      what: roles.before
        ? (roles.before.find(one => one.interface === name && one.role === role)?.what ?? unnamed)
        : { en: `--${role} says so of ${name}.`, id: `--${role} menyatakannya tentang ${name}.` },
    }));
  return [...said('wan', roles.wans), ...said('lan', roles.lans)];
}
