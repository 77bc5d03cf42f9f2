import { defineErrors } from '#core/errors';

export const errors = defineErrors('keys', {
  keyMissing: {
    status: 500,
    zh: '缺少密钥 {key}：用它保护的数据无法读取或核验。',
    en: 'The key {key} is missing: what it protects can be neither read nor verified.',
    remedy: {
      zh: '请把原来的密钥文件放回密钥文件夹（设置 keysFolder）；密钥不在数据库备份中，须另行保管。',
      en: 'Put the key file back into the key folder (setting keysFolder); backups of the database never hold keys.',
    },
  },
  keyRefused: {
    status: 500,
    zh: '密钥文件 {file} 不能读取，或不是密钥文件。',
    en: 'The key file {file} cannot be read, or is no key file.',
    remedy: {
      zh: '请检查权限；损坏的文件请用保管的副本替换。',
      en: 'Check its permissions; replace a damaged file by the copy you kept.',
    },
  },
});
