import { definePermissions } from '#core/access';

/** What each case asks for beside this is declared by its kind. */
export const caseworkPermissions = definePermissions('casework', {
  use: { zh: '查看和办理任务', en: 'See and do tasks', stageless: true },
  assign: { zh: '交办和核验事项', en: 'Give errands and check them', stageless: true },
  report: { zh: '报告交办事项', en: 'Report on errands', stageless: true },
});
