import type { PlainItem } from './items/plain.ts';
import type { Router } from './router.ts';

/** An enabled profile of dialled lines and of clients that dial in; `default` is there from the factory. */
export const pppProfile = ({ plain }: Router, name: string): PlainItem | undefined =>
  plain.find(
    ({ menu, disabled, properties, factory }) =>
      menu === '/ppp profile' &&
      !disabled &&
      (properties['name'] === name ||
        (factory?.endsWith(`=${name}`) === true && properties['name'] === undefined)),
  );
