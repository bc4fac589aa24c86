import type { LabResult } from '../../client/types.ts';
import { lasting } from '../../say/times.ts';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import type { State } from '../../ui/state.ts';
import { StateWord } from '../../ui/state-mark.tsx';
import { labWords } from '../../words/lab.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import style from './experiments.module.css';
import { Figure } from './result-figure.tsx';

const stateOf: Readonly<Record<LabResult['verdict'], State>> = {
  pass: 'up',
  measured: 'unknown',
  reproduced: 'degraded',
  fail: 'down',
};

/** What an experiment found: verdict, sentence, main values, checks, plots, and every table. */
export function Result({ result }: { readonly result: LabResult }) {
  const { language } = useLanguage();
  const say = useWords(labWords);
  const { title, verdict, finding, judged, expectation, durationMs, keys, checks, notes } = result;
  return (
    <Panel title={title} aside={<StateWord state={stateOf[verdict]}>{say[verdict]}</StateWord>}>
      <div className={style['result']}>
        <p className={style['finding']} aria-live="polite">
          {finding}
        </p>
        <p className={style['weak']}>
          {judged ? say.expected(expectation) : expectation} ({say.took(lasting(durationMs, language))})
        </p>
        {keys.length > 0 && (
          <dl className={style['keys']}>
            {keys.map(key => (
              <div key={key.name}>
                <dt>{key.name}</dt>
                <dd>{key.text}</dd>
              </div>
            ))}
          </dl>
        )}
        <div className={style['figures']}>
          {result.figures.map(figure => (
            <Figure key={figure.title} figure={figure} />
          ))}
        </div>
        {checks.length > 0 && <Checks checks={checks} />}
        {result.tables.length > 0 && <Tables tables={result.tables} />}
        {notes.length > 0 && (
          <details>
            <summary>{say.notes}</summary>
            <ul>
              {notes.map(note => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Panel>
  );
}

function Checks({ checks }: { readonly checks: LabResult['checks'] }) {
  const say = useWords(labWords);
  const rows = checks.map((check, index) => ({ ...check, key: `${index}` }));
  return (
    <details open={rows.length <= 8 || rows.some(({ holds }) => !holds)}>
      <summary>
        {say.checks}: {rows.filter(({ holds }) => holds).length} / {rows.length}
      </summary>
      <PlainTable
        label={say.checks}
        rows={rows}
        keyOf={row => row.key}
        columns={[
          { header: say.checkWhat, cell: row => row.what },
          { header: say.checkExpected, cell: row => row.expected },
          { header: say.checkMeasured, cell: row => row.measured },
          {
            header: say.checkHolds,
            cell: row => (
              <span data-fails={!row.holds || undefined} className={style['holds']}>
                {row.holds ? say.holds : say.fails}
              </span>
            ),
          },
        ]}
      />
    </details>
  );
}

function Tables({ tables }: { readonly tables: LabResult['tables'] }) {
  const say = useWords(labWords);
  return (
    <details>
      <summary>{say.tables}</summary>
      {tables.map(({ title, columns, rows, note }) => (
        <section key={title} className={style['table']}>
          <h3>{title}</h3>
          <PlainTable
            label={title}
            rows={rows.map((cells, index) => ({ cells, key: `${index}` }))}
            keyOf={row => row.key}
            columns={columns.map(({ title: header, isNumber }, index) => ({
              // Two columns may have the same title, or none.
              header: header === '' ? '\u00a0'.repeat(index + 1) : header,
              cell: (row: { readonly cells: readonly string[] }) => row.cells[index] ?? '',
              end: isNumber,
            }))}
          />
          {note !== undefined && <p className={style['weak']}>{note}</p>}
        </section>
      ))}
    </details>
  );
}
