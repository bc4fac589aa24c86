import style from './icon.module.css';
import { type IconName, shapes } from './shapes.ts';

/** Drawn with the colour and the size of the text around it; says nothing itself. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className={style['icon']} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
