import { guardNamespaces } from '../src/sys/testing/guard-namespaces.ts';

guardNamespaces();
