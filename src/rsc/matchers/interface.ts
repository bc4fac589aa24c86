import { holding, nameOf } from './syntax.ts';

/** `in-interface=ether1`. */
export const interfaceSyntax = holding('interface', nameOf('interface', 'ether1'));
