import { counted, type InEveryLanguage } from '../../../text/index.ts';

const en = {
  idle: (isps: readonly string[]) => `${isps.join(' and ')} ${isps.length === 1 ? 'stays' : 'stay'} idle`,
  passed: (count: number, configuration: string, gist: string) =>
    count === 1
      ? `The experiment on ${configuration} shows the expected result${gist}.`
      : `All ${count} experiments on ${configuration} show the expected results${gist}.`,
  failed: (failed: readonly string[], count: number, configuration: string) =>
    `${failed.length} of ${counted(count, 'experiment')} on ${configuration} ${failed.length === 1 ? 'does not show the expected result' : 'do not show the expected results'}: ${failed.join(', ')}.`,
  broken: (failed: readonly string[], count: number, configuration: string) =>
    `${failed.length} of ${counted(count, 'experiment')} on ${configuration} ${failed.length === 1 ? 'fails' : 'fail'}: ${failed.join(', ')}.`,
  measured: (passed: number, count: number, configuration: string, gist: string) =>
    passed === 0
      ? `${count === 1 ? 'The experiment' : `All ${count} experiments`} on ${configuration} ${count === 1 ? 'is' : 'are'} measured, not judged by an expectation${gist}.`
      : `${passed} of ${counted(count, 'experiment')} on ${configuration} ${passed === 1 ? 'shows the expected result' : 'show the expected results'}; ${count - passed} ${count - passed === 1 ? 'is' : 'are'} measured, not judged by an expectation${gist}.`,
  reproduced: (defects: readonly string[], count: number, configuration: string, gist: string) =>
    `${defects.length} of ${counted(count, 'experiment')} on ${configuration} ${defects.length === 1 ? 'reproduces a defect' : 'reproduce defects'} of it: ${defects.join(', ')}${gist}.`,
  none: (configuration: string) => `No experiment was run on ${configuration}.`,
};

/** The report's first sentence. */
export type HeadlineWords = typeof en;

const id: HeadlineWords = {
  idle: isps => `${isps.join(' dan ')} menganggur`,
  passed: (count, configuration, gist) =>
    count === 1
      ? `Percobaan pada ${configuration} menunjukkan hasil yang diharapkan${gist}.`
      : `Semua ${count} percobaan pada ${configuration} menunjukkan hasil yang diharapkan${gist}.`,
  failed: (failed, count, configuration) =>
    `${failed.length} dari ${count} percobaan pada ${configuration} tidak menunjukkan hasil yang diharapkan: ${failed.join(', ')}.`,
  broken: (failed, count, configuration) =>
    `${failed.length} dari ${count} percobaan pada ${configuration} gagal: ${failed.join(', ')}.`,
  measured: (passed, count, configuration, gist) =>
    passed === 0
      ? `${count === 1 ? 'Percobaan' : `Semua ${count} percobaan`} pada ${configuration} diukur, tidak dinilai menurut harapan${gist}.`
      : `${passed} dari ${count} percobaan pada ${configuration} menunjukkan hasil yang diharapkan; ${count - passed} diukur, tidak dinilai menurut harapan${gist}.`,
  reproduced: (defects, count, configuration, gist) =>
    `${defects.length} dari ${count} percobaan pada ${configuration} mengulang cacatnya: ${defects.join(', ')}${gist}.`,
  none: configuration => `Tidak ada percobaan yang dijalankan pada ${configuration}.`,
};

export const headlineWords: InEveryLanguage<HeadlineWords> = { en, id };
