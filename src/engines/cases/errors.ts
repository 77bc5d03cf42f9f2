import { defineErrors } from '#core/errors';

export const casesErrors = defineErrors('cases', {
  notFound: {
    status: 404,
    zh: '没有这个事项，或您无权查看。',
    en: 'There is no such case, or you may not see it.',
    remedy: { zh: '请从“我的任务”进入。', en: 'Start from “My tasks”.' },
  },
  kindUnknown: {
    status: 404,
    zh: '没有事项类型 {kind}。',
    en: 'There is no kind of case {kind}.',
    remedy: { zh: '请核对地址。', en: 'Check the address.' },
  },
  actionUnknown: {
    status: 404,
    zh: '这类事项没有操作 {action}。',
    en: 'Cases of this kind have no action {action}.',
    remedy: { zh: '请刷新页面后重试。', en: 'Load the page again.' },
  },
  wrongState: {
    status: 409,
    zh: '事项现为“{state}”，不能“{action}”。',
    en: 'The case is at “{state}”; “{action}” is not possible there.',
    remedy: { zh: '请刷新页面，查看现在可以做什么。', en: 'Load the page again to see what can be done now.' },
  },
  final: {
    status: 409,
    zh: '事项已办结（{state}），不能再操作。',
    en: 'The case has ended ({state}); nothing more can be done.',
    remedy: { zh: '如需更改，请由有权人员重新启动或另行发起。', en: 'Have it reopened by who may, or open another.' },
  },
  overtaken: {
    status: 409,
    zh: '在您操作之前，{by} 已于 {at}“{action}”。',
    en: '{by} did “{action}” at {at}, before you.',
    remedy: { zh: '请查看最新情况，再决定是否操作。', en: 'See how the case stands now, then decide again.' },
  },
  fourEyes: {
    status: 403,
    zh: '“{action}”须由另一人办理：您已办理过前面的步骤。',
    en: '“{action}” must be done by another person: you did an earlier step.',
    remedy: { zh: '请由其他有权人员办理。', en: 'Leave it to somebody else who may.' },
  },
  notTheirs: {
    status: 403,
    zh: '只有办理前一步的人才能“{action}”。',
    en: 'Only who did the step before may do “{action}”.',
    remedy: { zh: '请联系办理该步骤的人。', en: 'Ask the person who did it.' },
  },
  assignedElsewhere: {
    status: 409,
    zh: '事项已由 {by} 领办。',
    en: 'The case is in the hands of {by}.',
    remedy: { zh: '请等待办理，或由其退回待办。', en: 'Wait, or have it given back to the queue.' },
  },
  fieldRefused: {
    status: 422,
    zh: '“{field}”不符合要求（{rule}）。',
    en: '“{field}” is not right ({rule}).',
    remedy: { zh: '请改正后重新提交。', en: 'Mend it and send it again.' },
  },
  reasonMissing: {
    status: 422,
    zh: '“{action}”须说明理由。',
    en: '“{action}” needs a reason.',
    remedy: { zh: '请填写理由。', en: 'Give the reason.' },
  },
  evidenceMissing: {
    status: 422,
    zh: '“{action}”须附至少 {count} 个文件。',
    en: '“{action}” needs at least {count} files.',
    remedy: { zh: '请上传佐证材料。', en: 'Add the evidence.' },
  },
  declarationChanged: {
    status: 409,
    zh: '事项类型 {kind} 的第 {version} 版与已存的不同。',
    en: 'Version {version} of the kind of case {kind} is not the one that is stored.',
    remedy: { zh: '更改声明须提高版本号。', en: 'A changed declaration needs a higher version.' },
  },
  effectMissing: {
    status: 409,
    zh: '事项类型 {kind} 第 {version} 版的效果 {effect} 没有程序。',
    en: 'Nothing carries out the effect {effect} of the kind of case {kind}, version {version}.',
    remedy: {
      zh: '仍有该版本的事项未办结，请保留其效果。',
      en: 'Cases of that version are still open: keep the handler of the effect.',
    },
  },
});
