import { describe, expect, it } from 'vitest';
import { sample } from '../../../../test/browser/sample.ts';
import { pageWords } from '../say/page.ts';
import { tableCsv } from './csv.ts';
import { exportComparison, exportReport } from './files.ts';

describe('tableCsv', () => {
  it('quotes as RFC 4180 wants it, and ends each line with CRLF', () => {
    const table = { title: 't', columns: ['a, b', 'c'], rows: [['say "hi"', 'two\nlines']] };
    expect(tableCsv(table, pageWords.en)).toBe('"a, b",c\r\n"say ""hi""","two\nlines"\r\n');
  });

  it('one run → numbers in base units, nothing where there is none', () => {
    const columns = ['ISP', { title: 'rate', unit: 'bit/s' as const }];
    const table = {
      title: 't',
      columns,
      rows: [
        ['ISP1', 512_345.5],
        ['ISP2', null],
      ],
    };
    expect(tableCsv(table, pageWords.en)).toBe('ISP,rate (bit/s)\r\nISP1,512345.5\r\nISP2,\r\n');
  });

  it('several runs → median, range and each run', () => {
    const columns = ['ISP', { title: 'after', unit: 'ms' as const }];
    const table = {
      title: 't',
      columns,
      rows: [
        ['ISP1', [5, null, 3]],
        ['ISP2', '–'],
      ],
    };
    expect(tableCsv(table, pageWords.en).split('\r\n')).toEqual([
      'ISP,"after (ms), median","after (ms), least","after (ms), most","after (ms), run 1","after (ms), run 2","after (ms), run 3"',
      'ISP1,5,3,,5,,3',
      'ISP2,–,,,,,',
      '',
    ]);
  });
});

describe('exportReport', () => {
  const { tables, drawings } = exportReport(sample);

  it('a file for each table and each figure, numbered as on the page', () => {
    expect(tables.map(({ name }) => name)).toEqual([
      'table-01-interfaces-before-isp2-is-cut.csv',
      'table-02-routes.csv',
      'table-03-lines-to-the-internet.csv',
      'table-04-accuracy-of-the-emulated-lines-round-trips.csv',
      'table-05-missing-kernel-features.csv',
      'table-06-machine-and-programs.csv',
      'figure-01-connections-by-isp.csv',
      'figure-02-throughput-of-each-interface-while-isp2-is-unplugged.csv',
      'figure-03-pings-to-203-0-113-9-without-failover.csv',
      'figure-04-connections-by-isp.csv',
    ]);
    expect(drawings.map(({ name }) => `${name}.csv`)).toEqual(tables.slice(6).map(({ name }) => name));
  });

  it('drawings need nothing else: no variables, no links, no classes without a style', () => {
    for (const { svg } of drawings) {
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="960" height="\d+"/);
      expect(svg).not.toMatch(/var\(|href|url\(|@import|undefined/);
    }
  });

  it('says the same in Indonesian, with the same numbers', () => {
    const other = exportReport({ ...sample, language: 'id' });
    expect(other.tables).toHaveLength(tables.length);
    expect(other.drawings[0]?.svg).toContain('Gambar 1');
  });

  it('the comparison is exported too', () => {
    const all = exportComparison([sample, { ...sample, configuration: 'examples/other' }], 'en');
    expect(all.drawings.map(({ name }) => name)).toEqual([
      'figure-01-sample-rsc-share-of-the-connections',
      'figure-02-other-share-of-the-connections',
    ]);
  });
});
