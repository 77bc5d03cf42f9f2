export { chinaDate, type PlainDate } from './plain-date.ts';
export { schoolYearLabel, statisticsDateOf } from './school-year.ts';
