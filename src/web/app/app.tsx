import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newQueries, useSession } from '../client/queries.ts';
import type { Session } from '../client/types.ts';
import { LiveProvider } from '../live/live-context.tsx';
import { becomes } from '../session/known-user.ts';
import { SignIn } from '../session/sign-in.tsx';
import { theme } from '../style/theme.ts';
import { Failed, Loading } from '../ui/notice.tsx';
import { LanguageProvider } from '../words/language.tsx';
import { Shell } from './shell.tsx';

/** Mantine's own variables and classes come from files: our policy refuses style elements. */
export function App() {
  const [queries] = useState(newQueries);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <Entrance />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

function SignedIn({ who }: { readonly who: Session }) {
  const queries = useQueryClient();
  // Before anything is shown.
  useState(() => becomes(queries, who));
  return (
    <LiveProvider>
      <Shell />
    </LiveProvider>
  );
}

function Entrance() {
  const { data, error, refetch } = useSession();
  if (data) return <SignedIn key={`${data.scope} ${data.user}`} who={data} />;
  if (data === null) return <SignIn />;
  return error ? <Failed error={error} again={refetch} /> : <Loading />;
}
