import type { ReactNode } from 'react';
import { ViewChoices } from '../../app/view-choices.tsx';
import { useMay, useSession } from '../../client/queries.ts';
import { useLive } from '../../live/live-context.tsx';
import { moment } from '../../say/times.ts';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/language.tsx';
import { placeWords } from '../../words/places.ts';
import { settingsWords } from '../../words/settings.ts';
import { AuditLog } from './audit-log.tsx';
import { PasswordForm } from './password-form.tsx';
import { SessionList } from './session-list.tsx';
import style from './settings.module.css';
import { TokenList } from './token-list.tsx';

/** How it looks, who is signed in, what programs may ask, and who changed what. */
export default function SettingsPage() {
  const places = useWords(placeWords);
  const say = useWords(settingsWords);
  const isAdmin = useMay('admin');
  return (
    <div className={style['page']}>
      <h1>{places.settings}</h1>
      <div className={style['halves']}>
        <Panel title={say.view}>
          <div className={style['stack']}>
            <ViewChoices />
            <p className={style['weak']}>{say.viewText}</p>
          </div>
        </Panel>
        <Session />
        <About />
      </div>
      <SessionList />
      {isAdmin && <TokenList />}
      {isAdmin && <AuditLog />}
    </div>
  );
}

function Session() {
  const say = useWords(settingsWords);
  const { data } = useSession();
  if (!data) return null;
  return (
    <Panel title={say.session}>
      <div className={style['stack']}>
        <p>{say.sessionText(data.user, say[data.scope])}</p>
        {data.expiresAt && <p className={style['weak']}>{say.until(moment(data.expiresAt))}</p>}
        {data.via === 'session' && <PasswordForm />}
      </div>
    </Panel>
  );
}

function About() {
  const say = useWords(settingsWords);
  const status = useLive(live => live.status);
  if (!status) return null;
  return (
    <Panel title={say.about}>
      <dl className={style['about']}>
        <Fact name={say.version}>{status.version}</Fact>
        <Fact name={say.file}>{status.file.split('/').at(-1)}</Fact>
        <Fact name={say.pace}>{status.pace}</Fact>
        <Fact name={say.started}>{moment(status.since)}</Fact>
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
