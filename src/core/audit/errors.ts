import { defineErrors } from '#core/errors';

export const errors = defineErrors('audit', {
  alreadyStopped: {
    status: 409,
    zh: '审计记录已经是停止状态。',
    en: 'The audit trail is stopped already.',
    remedy: { zh: '要恢复请执行“junheng audit start”。', en: 'Start it again with `junheng audit start`.' },
  },
  alreadyStarted: {
    status: 409,
    zh: '审计记录本来就在运行。',
    en: 'The audit trail is running already.',
    remedy: { zh: '无需处理。', en: 'Nothing is to be done.' },
  },
  reasonMissing: {
    status: 400,
    zh: '停止或恢复审计必须写明理由。',
    en: 'Stopping or starting the audit trail needs a reason.',
    remedy: { zh: '请填写理由后重试。', en: 'Give the reason and try again.' },
  },
});
