import { Refusal } from '../client/ask.ts';
import style from './notice.module.css';

/** Why a change was not made, and what helps; nothing where it was. */
export function Refused({ error }: { readonly error: Error | null | undefined }) {
  if (!error) return null;
  const next = error instanceof Refusal ? error.do : undefined;
  return (
    <p role="alert" className={style['refused']}>
      {next ? `${error.message} ${next}` : error.message}
    </p>
  );
}
