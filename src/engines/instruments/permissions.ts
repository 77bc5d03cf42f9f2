import { definePermissions } from '#core/access';

export const instrumentPermissions = definePermissions('instruments', {
  read: { zh: '查看评价表和检查表', en: 'See rubrics and checklists' },
  answer: { zh: '填写本单位的评价表', en: 'Answer for one’s own school or area' },
  score: { zh: '外部评价打分', en: 'Score as an external evaluator' },
  inspect: { zh: '现场检查并填写检查表', en: 'Inspect on site and answer checklists' },
  survey: { zh: '组织问卷调查', en: 'Run surveys' },
});
