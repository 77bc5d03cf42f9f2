export { chinaDate, isPlainDate, type PlainDate, parsePlainDate } from './plain-date.ts';
export { parseSchoolYear, schoolYearLabel, schoolYearOf, statisticsDateOf } from './school-year.ts';
