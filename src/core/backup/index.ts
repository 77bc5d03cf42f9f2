export { backUp, type Holdings, moveHoldings, restore } from './backup-file.ts';
export { backUpIfDue, scheduleBackups } from './schedule-backups.ts';
export type { ArchiveContent, BackupProgress } from './write-archive.ts';
