import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Schools',
  answer: (failing, all) => `${failing} of ${all} school-stages do not meet the standard.`,
  allMet: (all) => `All ${all} school-stages meet the standard.`,
  noData: (n) => `${n} without data`,
  excluded: (n) => `${n} excluded by rule`,
  cut: (shown, all) =>
    `The ${shown} of ${all} that need attention most are listed; the counts above are of all. Choose an area below for the rest, or export.`,
  caption: 'Schools and their indicators',
  school: 'School',
  stage: 'Stage',
  category: 'Type',
  ownership: 'Ownership',
  urbanRural: 'Setting',
  pupils: 'Pupils',
  verdict: 'Verdict',
  met: 'Met',
  of: (met, all) => `${met} of ${all}`,
  emptyTitle: 'No school yet',
  empty: 'Import the register and a year of data; every school then stands here with its indicators.',
  emptyAction: 'Import data',
};
