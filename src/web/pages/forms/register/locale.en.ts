import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Data collection register',
  answer: (hours, forms) => `Each school is asked for ${hours} hours of filling in this month, on ${forms} forms.`,
  answerUnit: (hours, forms) => `The school is asked for ${hours} hours of filling in this month, on ${forms} forms.`,
  detail: (month) =>
    `${month}. What is known may not be asked again. Surveys and checklists are answered by others and cost the school nothing.`,
  ask: 'Request a form',
  byOffice: 'Hours by asking office',
  byOfficeHint: 'Hours per school in the month',
  course: 'Last twelve months',
  courseHint: 'Hours per school and month',
  month: 'Month',
  perSchool: 'Hours per school',
  schools: 'Schools',
  hours: 'Hours in all',
  made: 'How the figure of the month is made',
  madeHint: 'Hours = fillings × minutes ÷ 60; per school = all ÷ number of schools',
  fillings: 'Fillings in the month',
  list: 'All forms',
  all: 'All',
  none: 'Schools are asked for nothing at present.',
};
