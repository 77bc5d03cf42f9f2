import { defineErrors } from '#core/errors';

export const errors = defineErrors('personal', {
  reasonMissing: {
    status: 400,
    zh: '查看完整的个人信息须写明理由（至少 4 个字）。',
    en: 'Seeing personal data in full needs a reason (four characters or more).',
    remedy: { zh: '请填写理由；理由会记入审计。', en: 'Give the reason; it goes into the audit trail.' },
  },
  damaged: {
    status: 500,
    zh: '一项加密的个人信息已损坏或被挪动。',
    en: 'A personal field is damaged or was moved.',
    remedy: { zh: '请从备份恢复，并核验审计记录。', en: 'Restore it from a backup, and verify the audit trail.' },
  },
});
