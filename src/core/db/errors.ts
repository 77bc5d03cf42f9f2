import { defineErrors } from '#core/errors';

export const errors = defineErrors('database', {
  folderInUse: {
    status: 409,
    zh: '数据文件夹 {folder} 正被另一个进程使用（进程号 {pid}，{since} 起）。',
    en: 'The data folder {folder} is in use by another process (pid {pid}, since {since}).',
    remedy: {
      zh: '请使用已经打开的那个窗口，或先结束该进程再启动；也可以用 JUNHENG_DATA 另指一个文件夹。',
      en: 'Use the instance that is already running, or end that process first; JUNHENG_DATA can name another folder.',
    },
  },
  migrationChanged: {
    status: 500,
    zh: '数据库结构脚本 {migration} 在执行之后被改动过。',
    en: 'The schema script {migration} was changed after it had been applied.',
    remedy: {
      zh: '请恢复原脚本，或用原版本的程序备份后在新数据库中恢复。',
      en: 'Put the original script back, or back up with the program of that version and restore into a new database.',
    },
  },
  newerThanProgram: {
    status: 500,
    zh: '数据库由更新版本的程序建立（含未知脚本 {migration}）。',
    en: 'The database was made by a newer version of the program (unknown script {migration}).',
    remedy: { zh: '请升级程序后再打开。', en: 'Upgrade the program, then open it again.' },
  },
  serverUnreachable: {
    status: 503,
    zh: '连不上 PostgreSQL 服务器 {server}（{reason}）。',
    en: 'The PostgreSQL server {server} cannot be reached ({reason}).',
    remedy: {
      zh: '请核对 DATABASE_URL 中的地址、库名、用户名和密码，并确认服务器在运行。',
      en: 'Check address, database, user and password in DATABASE_URL, and that the server is running.',
    },
  },
  folderRefused: {
    status: 500,
    zh: '数据文件夹 {folder} 不能写入（{reason}）。',
    en: 'The data folder {folder} cannot be written to ({reason}).',
    remedy: {
      zh: '请检查权限和磁盘，或用 JUNHENG_DATA 另指一个文件夹。',
      en: 'Check permissions and the disk, or name another folder with JUNHENG_DATA.',
    },
  },
  serverTooOld: {
    status: 500,
    zh: 'PostgreSQL 版本为 {version}，本系统需要 15 或更高版本。',
    en: 'The PostgreSQL server is version {version}; version 15 or later is needed.',
    remedy: { zh: '请升级数据库服务器。', en: 'Upgrade the database server.' },
  },
});
