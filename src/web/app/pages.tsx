import { lazy } from 'react';
import { Link, Route, Switch } from 'wouter';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from '../words/shell.ts';
import { places } from './places.ts';

const loaded = places.flatMap(({ path, below, load }) => {
  const component = lazy(load);
  return [path, ...(below ? [below] : [])].map(one => <Route key={one} path={one} component={component} />);
});

/** The page of the address; each is loaded when it is opened for the first time. */
export function Pages() {
  const say = useWords(shellWords);
  return (
    <Switch>
      {loaded}
      <Route>
        <Notice title={say.unknownTitle} action={<Link href="/">{say.toOverview}</Link>} />
      </Route>
    </Switch>
  );
}
