export { chinaDate } from './plain-date.ts';
export { schoolYearLabel, statisticsDateOf } from './school-year.ts';
