import { defineErrors } from '#core/errors';

export const errors = defineErrors('core', {
  requestRefused: {
    status: 400,
    zh: '请求中的 {field} 不符合要求（{rule}）。',
    en: 'The request is wrong at {field} ({rule}).',
    remedy: { zh: '请按接口文档改正后重试。', en: 'Mend it by the API document and try again.' },
  },
  routeNotFound: {
    status: 404,
    zh: '没有这个地址。',
    en: 'There is no such address.',
    remedy: { zh: '请从首页进入，或核对接口文档。', en: 'Start from the first page, or check the API document.' },
  },
  cursorRefused: {
    status: 400,
    zh: '翻页标记无效。',
    en: 'The paging cursor is not valid.',
    remedy: { zh: '请从第一页重新开始。', en: 'Start again from the first page.' },
  },
  bodyTooLarge: {
    status: 413,
    zh: '上传内容超过上限 {limitMegabytes} MB。',
    en: 'The upload is larger than the limit of {limitMegabytes} MB.',
    remedy: {
      zh: '请拆分文件，或在设置 uploadMegabytes 中提高上限。',
      en: 'Split the file, or raise the setting uploadMegabytes.',
    },
  },
  mediaTypeRefused: {
    status: 415,
    zh: '不接受这种内容类型。',
    en: 'This content type is not accepted.',
    remedy: { zh: '请用 JSON，上传文件用表单。', en: 'Send JSON, or a form for a file.' },
  },
  crossSiteRefused: {
    status: 403,
    zh: '拒绝来自其他网站的操作。',
    en: 'Acts from another site are refused.',
    remedy: { zh: '请在本系统的页面中操作。', en: 'Act from the pages of this system.' },
  },
  fileMissing: {
    status: 400,
    zh: '上传中没有文件。',
    en: 'The upload holds no file.',
    remedy: { zh: '请选择一个文件再上传。', en: 'Choose a file, then upload.' },
  },
});
