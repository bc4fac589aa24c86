import type { ReactNode } from 'react';

/** A page of Markdown as our rules have them: headings, paragraphs, lists, code and tables without links to elsewhere. */
export function Markdown({ text }: { readonly text: string }) {
  return <>{blocksOf(text).map(blockOf)}</>;
}

/** A fence is one block with its blank lines; elsewhere a blank line ends one. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let open: string[] = [];
  let isFence = false;
  const close = (): void => {
    if (open.length > 0) blocks.push(open.join('\n'));
    open = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('```')) {
      if (!isFence) close();
      open.push(line);
      if (isFence) close();
      isFence = !isFence;
    } else if (line.trim() === '' && !isFence) close();
    else open.push(line);
  }
  close();
  return blocks;
}

function blockOf(block: string, index: number): ReactNode {
  const heading = /^(#{1,3}) (.*)$/.exec(block);
  if (heading)
    return heading[1] === '#' ? (
      <h2 key={index}>{inline(heading[2])}</h2>
    ) : (
      <h3 key={index}>{inline(heading[2])}</h3>
    );
  if (block.startsWith('```')) {
    const code = block.split('\n').slice(1, -1).join('\n');
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard
      <pre key={index} tabIndex={0}>
        <code>{code}</code>
      </pre>
    );
  }
  if (/^[-*] /.test(block)) {
    const items = block.split(/\n(?=[-*] )/).map(item => item.slice(2));
    return (
      <ul key={index}>
        {items.map(item => (
          <li key={item}>{inline(item)}</li>
        ))}
      </ul>
    );
  }
  if (block.startsWith('|')) return <Table key={index} rows={block.split('\n')} />;
  return <p key={index}>{inline(block)}</p>;
}

function Table({ rows: [head = '', , ...rows] }: { readonly rows: readonly string[] }) {
  const cells = (row: string): string[] => row.split('|').slice(1, -1);
  return (
    <table>
      <thead>
        <tr>
          {cells(head).map(cell => (
            <th key={cell}>{inline(cell.trim())}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row}>
            {cells(row).map(cell => (
              <td key={cell}>{inline(cell.trim())}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Code between backticks; of a link its words, as its target is no part of this page. */
const inline = (text = ''): ReactNode[] =>
  text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      part.startsWith('`') ? <code key={index}>{part.slice(1, -1)}</code> : part.replaceAll(/\*\*?/g, ''),
    );
