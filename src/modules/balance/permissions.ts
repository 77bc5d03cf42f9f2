import { definePermissions } from '#core/access';

definePermissions('balance', {
  read: { zh: '查看评估结果', en: 'See evaluations' },
  attest: { zh: '填写佐证材料', en: 'Attest documents and surveys' },
  snapshot: { zh: '保存评估快照', en: 'Save a snapshot of an evaluation' },
  answerFinding: { zh: '答复数据质量问题', en: 'Answer findings of data quality' },
  export: { zh: '导出评估报告', en: 'Export reports of evaluations' },
});
