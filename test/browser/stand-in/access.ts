import type { Answers } from './answers.ts';
import { ago } from './scene.ts';

const session = {
  user: 'admin',
  scope: 'admin',
  via: 'session',
  expiresAt: ago(-43_200_000),
  gateway: 'office',
  lab: true,
};
const token = {
  ...{ id: 't1', name: 'prometheus', scope: 'read', createdAt: ago(864_000_000), createdBy: 'admin' },
  lastUsedAt: ago(12_000),
};

const open = (id: string, user: string, scope: string, from: string, own: boolean) => ({
  ...{ id, user, scope, from, own, begunAt: ago(7_200_000) },
  ...{ lastUsedAt: ago(own ? 0 : 600_000), expiresAt: ago(-43_200_000) },
});
const sessions = [
  open('s1', 'admin', 'admin', '192.168.88.10', true),
  open('s2', 'budi', 'operate', '192.168.88.23', false),
];

export const access: Answers = {
  getSession: ({ scene: { scope } }) => ({ answer: { ...session, scope } }),
  login: ({ scene, body }) => {
    const { password } = body as { readonly password: string };
    if (password !== 'right') return { refused: 'Name or password is wrong.', status: 401 };
    scene.signedIn = true;
    return { answer: session };
  },
  logout: ({ scene }) => {
    scene.signedIn = false;
    return { answer: { done: true } };
  },
  changePassword: ({ body }) =>
    (body as { readonly old: string }).old === 'right'
      ? { answer: { done: true } }
      : { refused: 'The old password is wrong.', status: 403 },
  getSessions: () => ({ answer: { at: ago(0), total: sessions.length, items: sessions } }),
  endSession: () => ({ answer: { done: true } }),
  getTokens: () => ({ answer: { at: ago(0), total: 1, items: [token] } }),
  createToken: ({ body }) => ({
    answer: { ...token, id: 't2', ...pick(body), token: 'jalur_4f1c9a7be2d0436b8f5e' },
  }),
  getAudit: () => ({
    answer: {
      ...{ at: ago(0), total: 2 },
      items: [
        audit('1', 'POST /api/v1/wans/ether2/down', 'force: false', 200),
        audit('2', 'POST /api/v1/session', 'wrong password', 401),
      ],
    },
  }),
};

const pick = (body: unknown) => {
  const { name, scope } = body as { readonly name: string; readonly scope: string };
  return { name, scope };
};

const audit = (id: string, action: string, detail: string, status: number) => ({
  ...{ id, time: ago(Number(id) * 3_600_000), who: 'admin', via: 'session', from: '192.168.88.10' },
  ...{ action, detail, status },
});
