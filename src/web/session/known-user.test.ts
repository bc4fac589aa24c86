import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { draftOf, keepDraft } from './drafts.ts';
import { becomes, forgetUser } from './known-user.ts';

const queries = new QueryClient();
const read = () => [queries.getQueryData(['config']), queries.getQueryData(['session']), draftOf('a.rsc')];
const admin = { user: 'admin', scope: 'admin' } as const;
const works = (): void => {
  queries.setQueryData(['config'], 'with its passwords');
  queries.setQueryData(['session'], 'who');
  keepDraft('a.rsc', 'password=geheim');
};

it('the same one signs in again → what he read and wrote is there; another one, or with a smaller scope → nothing of it', () => {
  becomes(queries, admin);
  works();
  becomes(queries, admin);
  expect(read()).toEqual(['with its passwords', 'who', 'password=geheim']);
  becomes(queries, { user: 'admin', scope: 'read' });
  expect(read()).toEqual([undefined, 'who', undefined]);
  works();
  becomes(queries, { user: 'budi', scope: 'read' });
  expect(read()).toEqual([undefined, 'who', undefined]);
});

it('somebody signs out → nothing of what he read and wrote stays', () => {
  works();
  forgetUser(queries);
  expect(read()).toEqual([undefined, 'who', undefined]);
});
