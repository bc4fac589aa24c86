import { useWords } from '../../words/language.tsx';
import { pageWords } from '../../words/pages.ts';
import style from './differences.module.css';

/** What the kernel holds otherwise than was decided; nothing where both are in step. */
export function Differences({ differences }: { readonly differences: readonly string[] }) {
  const say = useWords(pageWords);
  if (differences.length === 0) return null;
  return (
    <section className={style['differences']} aria-label={say.differences} role="alert">
      <h2>{say.differences}</h2>
      <ul>
        {differences.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}
