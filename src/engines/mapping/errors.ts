import { defineErrors } from '#core/errors';

export const errors = defineErrors('mapping', {
  profileMistakes: {
    status: 422,
    zh: '方案“{profile}”有 {count} 处错误，第一处在第 {line} 行第 {column} 列。',
    en: 'The profile "{profile}" has {count} mistakes; the first is in line {line}, column {column}.',
    remedy: {
      zh: '用“junheng profile check”查看全部错误，或参照 docs/handbook/profiles.md。',
      en: 'See all of them with "junheng profile check", or read docs/handbook/profiles.md.',
    },
  },
});
