import { definePermissions } from '#core/access';

export const qualityPermissions = definePermissions('quality', {
  read: { zh: '查看质量评价', en: 'See quality evaluations' },
  organize: { zh: '组织质量评价', en: 'Organise rounds of quality evaluation' },
});
