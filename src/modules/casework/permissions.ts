import { definePermissions } from '#core/access';

/** What each case asks for beside this is declared by its kind. */
export const caseworkPermissions = definePermissions('casework', {
  use: { zh: '查看和办理任务', en: 'See and do tasks', stageless: true },
});
