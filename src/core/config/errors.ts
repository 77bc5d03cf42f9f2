import { defineErrors } from '#core/errors';

export const errors = defineErrors('config', {
  settingRefused: {
    status: 400,
    zh: '设置 {setting} 不对：{expected}',
    en: 'The setting {setting} is wrong: {expected}',
    remedy: {
      zh: '请改正 junheng.yaml 或同名环境变量；各项说明见手册“设置”。',
      en: 'Mend junheng.yaml or the environment variable; the handbook lists every setting.',
    },
  },
  fileRefused: {
    status: 400,
    zh: '读不了设置文件 {file}。',
    en: 'The settings file {file} cannot be read.',
    remedy: {
      zh: '文件应为 YAML，每行一个“名称: 值”。',
      en: 'It must be YAML with one `name: value` a line.',
    },
  },
});
