import { defineErrors } from '#core/errors';

export const errors = defineErrors('backup', {
  notABackup: {
    status: 422,
    zh: '{file} 不是本系统的备份文件，或已损坏。',
    en: '{file} is not a backup of this system, or it is damaged.',
    remedy: { zh: '请换一份备份；数据库没有改动。', en: 'Take another backup; the database was not changed.' },
  },
  newerThanProgram: {
    status: 422,
    zh: '备份由更新版本的程序制作（含未知结构 {migration}）。',
    en: 'The backup was made by a newer version of the program (unknown structure {migration}).',
    remedy: { zh: '请升级程序后再恢复。', en: 'Upgrade the program, then restore.' },
  },
  databaseNotEmpty: {
    status: 409,
    zh: '目标数据库里已有数据（表 {table}）。',
    en: 'The target database already holds data (table {table}).',
    remedy: {
      zh: '请恢复到空库；确要覆盖请加 --replace，原有数据会全部清除。',
      en: 'Restore into an empty database; to overwrite add --replace, which removes everything there.',
    },
  },
  differs: {
    status: 500,
    zh: '恢复后的表 {table} 与备份不一致，已撤销恢复。',
    en: 'The restored table {table} differs from the backup; the restore was taken back.',
    remedy: { zh: '请换一份备份，并报告此问题。', en: 'Take another backup and report this.' },
  },
});
