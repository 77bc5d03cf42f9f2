export { backUp, type Holdings, moveHoldings, restore } from './backup-file.ts';
export type { RestoreOptions } from './read-archive.ts';
export { type BackupSchedule, backUpIfDue, scheduleBackups } from './schedule-backups.ts';
export type { ArchiveContent, BackupProgress } from './write-archive.ts';
