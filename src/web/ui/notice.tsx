import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { shellWords } from '../words/shell.ts';
import style from './notice.module.css';

/** What stands where nothing can be shown: what is so, and what to do. */
export function Notice({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={style['notice']}>
      <h3>{title}</h3>
      {children && <div className={style['text']}>{children}</div>}
      {action}
    </div>
  );
}

/** A question to the server that failed: what it said, what to do, and again. `page`: its title, where nothing else of it is shown. */
export function Failed({
  error,
  again,
  page,
}: {
  readonly error: unknown;
  readonly again?: () => void;
  readonly page?: string;
}) {
  const say = useWords(shellWords);
  const { title, detail, next } = toldBy(error);
  const button = again && (
    <Button variant="default" onClick={again}>
      {say.again}
    </Button>
  );
  return (
    <>
      {page && <h1>{page}</h1>}
      <div role="alert">
        <Notice title={title ?? say.failedTitle} action={button}>
          <p>{detail}</p>
          {next && <p>{next}</p>}
        </Notice>
      </div>
    </>
  );
}

/** Of problem+json as the server sends it, or of whatever else went wrong. */
function toldBy(error: unknown): { title?: string; detail: string; next?: string } {
  if (typeof error !== 'object' || error === null) return { detail: String(error) };
  const { title, detail, message, do: next } = error as Record<string, unknown>;
  return {
    ...(typeof title === 'string' && { title }),
    detail: String(detail ?? message ?? ''),
    ...(typeof next === 'string' && { next }),
  };
}

export function Loading() {
  const say = useWords(shellWords);
  return (
    <div className={style['loading']} role="status">
      <span className={style['bar']} aria-hidden="true" />
      <span className={style['said']}>{say.loading}</span>
    </div>
  );
}
