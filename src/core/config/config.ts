import path from 'node:path';
import { z } from 'zod';

const text = z.string().trim().min(1);
const yesNo = z.stringbool();
const wholeNumber = z.coerce.number().int().min(1);

/** Every setting: its environment variable, its default and what it is for; the handbook's table is made from this. */
export const settings = {
  dataFolder: {
    variable: 'JUNHENG_DATA',
    schema: text.default('data'),
    zh: '数据文件夹：嵌入式数据库、上传的文件、备份',
    en: 'data folder: embedded database, uploaded files, backups',
  },
  keysFolder: {
    variable: 'JUNHENG_KEYS',
    schema: text.optional(),
    zh: '密钥文件夹；默认为数据文件夹下的 keys，可指向另一块磁盘',
    en: 'folder of the keys; by default keys in the data folder, may be on another disk',
  },
  cryptography: {
    variable: 'JUNHENG_CRYPTOGRAPHY',
    schema: z.enum(['international', 'national']).default('international'),
    zh: '新数据所用算法：international 为 SHA-256、AES-256-GCM，national 为 SM3、SM4；以往的数据仍可读',
    en: 'algorithms for what is written from now on: SHA-256 and AES-256-GCM, or SM3 and SM4 (national); what was written before stays readable',
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    zh: 'PostgreSQL 15 及以上的地址；不填则用嵌入式数据库',
    en: 'address of a PostgreSQL server, 15 or later; without it the embedded database is used',
  },
  host: {
    variable: 'JUNHENG_HOST',
    schema: text.default('127.0.0.1'),
    zh: '监听地址；0.0.0.0 表示局域网可访问',
    en: 'address to listen on; 0.0.0.0 opens it to the local network',
  },
  port: {
    variable: 'JUNHENG_PORT',
    schema: z.coerce.number().int().min(0).max(65_535).default(8080),
    zh: '监听端口；0 表示任选',
    en: 'port to listen on; 0 takes any free one',
  },
  hostNames: {
    variable: 'JUNHENG_HOST_NAMES',
    schema: z
      .string()
      .default('')
      .transform((names) => names.split(/[\s,]+/).filter((name) => name !== '')),
    zh: '本机反向代理使用的域名，逗号分隔；不填则本机地址只接受 localhost',
    en: 'names a proxy on this machine uses, parted by commas; without them the local address answers to localhost only',
  },
  publicAddress: {
    variable: 'JUNHENG_ADDRESS',
    schema: z.url({ protocol: /^https?$/ }).optional(),
    zh: '浏览器访问本系统的地址，统一身份认证由此返回；默认 http://localhost:端口',
    en: 'address under which browsers reach this system, to which an identity provider sends back; by default http://localhost:PORT',
  },
  oidcIssuer: {
    variable: 'JUNHENG_OIDC_ISSUER',
    schema: z.url({ protocol: /^https?$/ }).optional(),
    zh: '统一身份认证（OpenID Connect）的签发者地址；不填则只用本地账号',
    en: 'issuer of an OpenID Connect provider; without it there are local accounts only',
  },
  oidcClientId: {
    variable: 'JUNHENG_OIDC_CLIENT',
    schema: text.default('junheng'),
    zh: '在统一身份认证登记的客户端编号',
    en: 'client id registered at the provider',
  },
  oidcClientSecret: {
    variable: 'JUNHENG_OIDC_SECRET',
    schema: text.optional(),
    zh: '客户端密钥；公共客户端不填',
    en: 'client secret; none for a public client',
  },
  oidcClaim: {
    variable: 'JUNHENG_OIDC_CLAIM',
    schema: text.default('preferred_username'),
    zh: '哪一项声明是登录名',
    en: 'the claim that holds the sign-in name',
  },
  oidcName: {
    variable: 'JUNHENG_OIDC_NAME',
    schema: text.default('统一身份认证'),
    zh: '登录页上的名称',
    en: 'what the sign-in page calls the provider',
  },
  cacheFolder: {
    variable: 'JUNHENG_CACHE',
    schema: text.default('.cache'),
    zh: '可随时清空的缓存',
    en: 'caches that may be emptied at any time',
  },
  logLevel: {
    variable: 'JUNHENG_LOG',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
    zh: '日志级别',
    en: 'least level that is logged',
  },
  operator: {
    variable: 'JUNHENG_OPERATOR',
    schema: text.default('operator'),
    zh: '记在导入、锁定等操作上的人（本机使用时）',
    en: 'who is recorded for imports and locks while the system is used on one machine',
  },
  uploadMegabytes: {
    variable: 'JUNHENG_UPLOAD_MB',
    schema: wholeNumber.default(200),
    zh: '上传文件大小上限（MB）',
    en: 'largest upload, in megabytes',
  },
  scheduledBackup: {
    variable: 'JUNHENG_BACKUP',
    schema: yesNo.optional(),
    zh: '定时备份；默认嵌入式数据库开，PostgreSQL 关',
    en: 'scheduled backups; by default on for the embedded database, off for PostgreSQL',
  },
  backupHours: {
    variable: 'JUNHENG_BACKUP_HOURS',
    schema: wholeNumber.default(24),
    zh: '两次定时备份之间的小时数',
    en: 'hours between scheduled backups',
  },
  backupsKept: {
    variable: 'JUNHENG_BACKUPS_KEPT',
    schema: wholeNumber.default(14),
    zh: '保留的定时备份份数',
    en: 'how many scheduled backups are kept',
  },
  smtpUrl: {
    variable: 'JUNHENG_SMTP',
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    zh: '发邮件的 SMTP 服务器，如 smtp://用户:密码@主机:端口；不填则不发邮件',
    en: 'SMTP server for mail, such as smtp://user:password@host:port; without it no mail is sent',
  },
  mailFrom: {
    variable: 'JUNHENG_MAIL_FROM',
    schema: z.email().optional(),
    zh: '邮件的发件地址',
    en: 'address that mail is sent from',
  },
  digestHour: {
    variable: 'JUNHENG_DIGEST_HOUR',
    schema: z.coerce.number().int().min(0).max(23).default(8),
    zh: '每天几点（北京时间）起发送待办汇总邮件',
    en: 'hour of the day (in China) from which the daily digest is sent',
  },
  webhookUrl: {
    variable: 'JUNHENG_WEBHOOK',
    schema: z.url({ protocol: /^https?$/ }).optional(),
    zh: '每条通知都推送到的地址（签名的 POST）；不填则不推送',
    en: 'address that is told of every notice by a signed POST; without it none is',
  },
  webhookSecret: {
    variable: 'JUNHENG_WEBHOOK_SECRET',
    schema: z.string().min(16).optional(),
    zh: '推送签名的密钥，至少 16 个字符',
    en: 'secret that those POSTs are signed with, at least 16 characters',
  },
  scanCommand: {
    variable: 'JUNHENG_SCAN_COMMAND',
    schema: text.optional(),
    zh: '上传文件的安全扫描程序：从标准输入读文件，0 通过，1 有害',
    en: 'program that scans uploaded files: reads one from its standard input, ends with 0 for clean, 1 for infected',
  },
  clamdSocket: {
    variable: 'JUNHENG_CLAMD',
    schema: text.optional(),
    zh: 'clamd 的套接字路径或 主机:端口；填写后每个上传文件都先扫描',
    en: 'socket of clamd, a path or host:port; every uploaded file is then scanned',
  },
  s3Endpoint: {
    variable: 'JUNHENG_S3_ENDPOINT',
    schema: z.url({ protocol: /^https?$/ }).optional(),
    zh: '兼容 S3 的对象存储地址；填写后上传的材料存到那里，不填则存在数据文件夹',
    en: 'address of an S3-compatible service where uploaded files are kept; without it they lie in the data folder',
  },
  s3Bucket: {
    variable: 'JUNHENG_S3_BUCKET',
    schema: text.default('junheng'),
    zh: '对象存储的桶',
    en: 'bucket of the object store',
  },
  s3Region: {
    variable: 'JUNHENG_S3_REGION',
    schema: text.default('us-east-1'),
    zh: '对象存储的区域',
    en: 'region of the object store',
  },
  s3KeyId: {
    variable: 'JUNHENG_S3_KEY_ID',
    schema: z.string().default(''),
    zh: '对象存储的访问密钥编号',
    en: 'access key id of the object store',
  },
  s3Secret: {
    variable: 'JUNHENG_S3_SECRET',
    schema: z.string().default(''),
    zh: '对象存储的访问密钥',
    en: 'secret access key of the object store',
  },
} as const;

export const configSchema = z.object({
  dataFolder: settings.dataFolder.schema,
  keysFolder: settings.keysFolder.schema,
  cryptography: settings.cryptography.schema,
  databaseUrl: settings.databaseUrl.schema,
  host: settings.host.schema,
  port: settings.port.schema,
  hostNames: settings.hostNames.schema,
  publicAddress: settings.publicAddress.schema,
  oidcIssuer: settings.oidcIssuer.schema,
  oidcClientId: settings.oidcClientId.schema,
  oidcClientSecret: settings.oidcClientSecret.schema,
  oidcClaim: settings.oidcClaim.schema,
  oidcName: settings.oidcName.schema,
  cacheFolder: settings.cacheFolder.schema,
  logLevel: settings.logLevel.schema,
  operator: settings.operator.schema,
  uploadMegabytes: settings.uploadMegabytes.schema,
  scheduledBackup: settings.scheduledBackup.schema,
  backupHours: settings.backupHours.schema,
  backupsKept: settings.backupsKept.schema,
  smtpUrl: settings.smtpUrl.schema,
  mailFrom: settings.mailFrom.schema,
  digestHour: settings.digestHour.schema,
  webhookUrl: settings.webhookUrl.schema,
  webhookSecret: settings.webhookSecret.schema,
  scanCommand: settings.scanCommand.schema,
  clamdSocket: settings.clamdSocket.schema,
  s3Endpoint: settings.s3Endpoint.schema,
  s3Bucket: settings.s3Bucket.schema,
  s3Region: settings.s3Region.schema,
  s3KeyId: settings.s3KeyId.schema,
  s3Secret: settings.s3Secret.schema,
});

/** What the program was told; folders are absolute. */
export type Config = Readonly<z.output<typeof configSchema> & { keysFolder: string }>;

/** The same settings over another data folder; the keys move with it unless they were put elsewhere. */
export function withDataFolder(config: Config, dataFolder: string): Config {
  const isBeside = config.keysFolder === path.join(config.dataFolder, 'keys');
  return { ...config, dataFolder, keysFolder: isBeside ? path.join(dataFolder, 'keys') : config.keysFolder };
}

/** Makes relative folders absolute below the given one. */
export function withAbsoluteFolders(config: z.output<typeof configSchema>, from: string): Config {
  const dataFolder = path.resolve(from, config.dataFolder);
  return {
    ...config,
    dataFolder,
    keysFolder: config.keysFolder === undefined ? path.join(dataFolder, 'keys') : path.resolve(from, config.keysFolder),
    cacheFolder: path.resolve(from, config.cacheFolder),
  };
}
