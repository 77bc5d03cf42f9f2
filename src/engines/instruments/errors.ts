import { defineErrors } from '#core/errors';

export const errors = defineErrors('instruments', {
  instrumentNotFound: {
    status: 404,
    zh: '没有评价表或问卷 {instrument}。',
    en: 'There is no instrument {instrument}.',
    remedy: { zh: '用“junheng instruments list”查看现有的。', en: 'See `junheng instruments list`.' },
  },
  instrumentRefused: {
    status: 422,
    zh: '{file} 第 {line} 行第 {column} 列有误（{mistake}）',
    en: '{file} is wrong at line {line}, column {column} ({mistake})',
    remedy: {
      zh: '用“junheng instruments check”查看全部错误并改正。',
      en: 'See all mistakes with `junheng instruments check` and mend them.',
    },
  },
  versionChanged: {
    status: 422,
    zh: '{instrument} 的版本 {version} 已有人填写，内容却被改动了。',
    en: 'Version {version} of {instrument} was already answered, and its content was changed.',
    remedy: { zh: '请给改动后的文件一个新的版本号。', en: 'Give the changed file a new version.' },
  },
  sheetNotFound: {
    status: 404,
    zh: '没有填报表 {sheet}。',
    en: 'There is no sheet {sheet}.',
    remedy: { zh: '请从列表中重新打开。', en: 'Open it again from the list.' },
  },
  sheetSubmitted: {
    status: 409,
    zh: '“{title}”已经提交。',
    en: '"{title}" has been submitted.',
    remedy: { zh: '如需修改，请说明理由后重新打开。', en: 'To change it, reopen it and give a reason.' },
  },
  sheetOpen: {
    status: 409,
    zh: '“{title}”还没有提交。',
    en: '"{title}" has not been submitted.',
    remedy: { zh: '无需重新打开，直接填写即可。', en: 'There is no need to reopen it; just answer.' },
  },
  sheetIncomplete: {
    status: 422,
    zh: '还有 {missing} 项没有完成，不能提交。',
    en: '{missing} items are not complete, so it cannot be submitted.',
    remedy: { zh: '请补齐标出的答案和佐证。', en: 'Fill in the marked answers and evidence.' },
  },
  sheetConflicts: {
    status: 409,
    zh: '有 {count} 处答案与他人的修改冲突，尚未处理。',
    en: '{count} answers met changes of somebody else and are not settled.',
    remedy: { zh: '请逐项选择保留哪一个，再提交。', en: 'Choose item by item which to keep, then submit.' },
  },
  otherWriter: {
    status: 409,
    zh: '这些答案是另一个人在本机写的，没有以您的名义保存。',
    en: 'These answers were written on this device by somebody else and were not saved under your name.',
    remedy: { zh: '请由写答案的人登录后再同步。', en: 'Let the person who wrote them sign in and sync.' },
  },
  fileRefused: {
    status: 415,
    zh: '只接受照片（JPEG、PNG、WebP）和 PDF。',
    en: 'Only photos (JPEG, PNG, WebP) and PDF are accepted.',
    remedy: { zh: '请重新拍照，或把文件存为 PDF。', en: 'Take the photo again, or save the file as PDF.' },
  },
  fileNotFound: {
    status: 404,
    zh: '这份填报表没有文件 {file}。',
    en: 'The sheet has no file {file}.',
    remedy: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  wrongSubject: {
    status: 422,
    zh: '{instrument} 的对象不对：学校类请指明学校，地区类请不要指明。',
    en: '{instrument} is about another kind of subject: name a school for one about schools, none for one about areas.',
    remedy: { zh: '请重新选择对象。', en: 'Choose the subject again.' },
  },
  notASurvey: {
    status: 422,
    zh: '{instrument} 不是问卷。',
    en: '{instrument} is not a survey.',
    remedy: { zh: '请选择问卷。', en: 'Choose a survey.' },
  },
  respondentUnknown: {
    status: 422,
    zh: '问卷没有调查对象 {respondent}。',
    en: 'The survey asks no respondents of kind {respondent}.',
    remedy: { zh: '请从列表中选择。', en: 'Choose one from the list.' },
  },
  surveyNotFound: {
    status: 404,
    zh: '没有调查 {survey}。',
    en: 'There is no survey {survey}.',
    remedy: { zh: '请从列表中重新打开。', en: 'Open it again from the list.' },
  },
  surveyClosed: {
    status: 409,
    zh: '调查只在 {from} 至 {to} 开放。',
    en: 'The survey is open from {from} to {to} only.',
    remedy: { zh: '请在开放期间填写。', en: 'Answer while it is open.' },
  },
  surveyDays: {
    status: 422,
    zh: '结束日期 {to} 早于开始日期 {from}。',
    en: 'The last day {to} lies before the first day {from}.',
    remedy: { zh: '请改正日期。', en: 'Correct the days.' },
  },
  codeRefused: {
    status: 403,
    zh: '这个填答码不存在或已用完。',
    en: 'This code does not exist or has been used up.',
    remedy: { zh: '请核对填答码，或向发放的学校再要一个。', en: 'Check the code, or ask the school for another.' },
  },
  answersRefused: {
    status: 422,
    zh: '有 {count} 题的回答缺失或不对。',
    en: '{count} answers are missing or wrong.',
    remedy: { zh: '请补齐标出的题目。', en: 'Complete the marked items.' },
  },
});
