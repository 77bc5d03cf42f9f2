export { chinaDate, chinaHour, isPlainDate, type PlainDate } from './plain-date.ts';
export { type HolidayNotice, type Holidays, readHolidays } from './read-holidays.ts';
export { schoolYearLabel, schoolYearOf, statisticsDateOf } from './school-year.ts';
export { addWorkingDays, type WorkingCalendar, workingCalendar } from './working-calendar.ts';
