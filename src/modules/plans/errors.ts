import { defineErrors } from '#core/errors';

export const planErrors = defineErrors('plans', {
  planNotFound: {
    status: 404,
    zh: '没有规划 {plan}。',
    en: 'There is no plan {plan}.',
    remedy: { zh: '请从规划列表进入。', en: 'Start from the list of plans.' },
  },
  targetNotFound: {
    status: 404,
    zh: '规划中没有目标 {target}。',
    en: 'The plan has no target {target}.',
    remedy: { zh: '请刷新页面后重试。', en: 'Reload the page and try again.' },
  },
  taskNotFound: {
    status: 404,
    zh: '规划中没有任务 {task}。',
    en: 'The plan has no task {task}.',
    remedy: { zh: '请刷新页面后重试。', en: 'Reload the page and try again.' },
  },
  clauseUnknown: {
    status: 422,
    zh: '条款目录中没有 {clause}。',
    en: 'The catalogue has no clause {clause}.',
    remedy: { zh: '请从条款目录中选择。', en: 'Choose one from the catalogue of clauses.' },
  },
  departmentUnknown: {
    status: 422,
    zh: '部门目录中没有 {department}。',
    en: 'The list of departments has no {department}.',
    remedy: {
      zh: '请从部门目录中选择，或在 policies/departments.yaml 中增加。',
      en: 'Choose one from the list, or add it to policies/departments.yaml.',
    },
  },
  loosened: {
    status: 422,
    zh: '目标“{title}”比上级规划宽松（{what}）：上级为 {above}，本级为 {here}。下级只能从严。',
    en: 'The target “{title}” is looser than the plan above ({what}): above {above}, here {here}. A lower level may only tighten.',
    remedy: { zh: '请改为不低于上级的要求。', en: 'Make it at least as strict as the one above.' },
  },
  followsNotAbove: {
    status: 422,
    zh: '{area} 的规划不能承接 {above} 的规划：后者不是上级。',
    en: 'A plan of {area} cannot follow one of {above}, which does not lie above it.',
    remedy: { zh: '请选择上级地区已下达的规划。', en: 'Choose an issued plan of an area above.' },
  },
  periodWrong: {
    status: 422,
    zh: '年份不对：规划期为 {from} 至 {to} 年，{year} 年不在其中。',
    en: 'The year is wrong: the plan runs from {from} to {to}; {year} lies outside.',
    remedy: { zh: '请改年份，或延长规划期。', en: 'Change the year, or lengthen the plan.' },
  },
  notADraft: {
    status: 409,
    zh: '规划已下达，不能修改。',
    en: 'The plan is issued and cannot be changed.',
    remedy: { zh: '如需调整，请先说明理由重新打开。', en: 'Reopen it first, with a reason.' },
  },
  actRefused: {
    status: 409,
    zh: '规划现为“{state}”，不能“{act}”。',
    en: 'The plan is {state}: it cannot be {act}.',
    remedy: { zh: '请刷新页面，查看现状。', en: 'Reload the page to see where it stands.' },
  },
  nothingToIssue: {
    status: 422,
    zh: '规划还没有目标，不能下达。',
    en: 'The plan has no target yet and cannot be issued.',
    remedy: { zh: '请先从条款中选择目标。', en: 'Choose targets from the clauses first.' },
  },
  indicatorUnknown: {
    status: 422,
    zh: '标准 {standard} 没有地区指标 {indicator}（{stage}）。',
    en: 'The standard {standard} has no indicator {indicator} of an area ({stage}).',
    remedy: { zh: '请在标准阅读页查看可用的地区指标。', en: 'See the standards reader for the indicators of an area.' },
  },
  taskUnderWay: {
    status: 409,
    zh: '任务“{task}”已下达，不能修改或删除。',
    en: 'The task “{task}” has been handed out: it cannot be changed or removed.',
    remedy: { zh: '请在任务办理页延期或取消，并说明理由。', en: 'Extend or cancel it on its own page, with a reason.' },
  },
  roadmapLater: {
    status: 422,
    zh: '上级已定 {county} 于 {year} 年通过认定，只能提前，不能推迟到 {asked} 年。',
    en: 'An area above has set {year} for {county}: it may be earlier, not {asked}.',
    remedy: {
      zh: '请改为不晚于该年份，或请上级调整。',
      en: 'Choose no later year, or ask the area above to change it.',
    },
  },
  notACounty: {
    status: 422,
    zh: '{area} 不是县级地区，不能列入路线图。',
    en: '{area} is not a county: it has no place on the roadmap.',
    remedy: { zh: '请选择县（市、区）。', en: 'Choose a county.' },
  },
  catalogueRefused: {
    status: 500,
    zh: '目录文件 {file} 不符合要求：{place}。',
    en: 'The file {file} is not as it should be: {place}.',
    remedy: { zh: '请改正该文件。', en: 'Mend that file.' },
  },
});
