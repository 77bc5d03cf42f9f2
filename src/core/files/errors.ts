import { defineErrors } from '#core/errors';

const newFile = { zh: '请换一个文件再传。', en: 'Choose another file.' };

export const errors = defineErrors('files', {
  fileNotFound: {
    status: 404,
    zh: '没有这个文件，或您无权查看。',
    en: 'There is no such file, or it is not yours to see.',
    remedy: { zh: '请从所属业务中打开。', en: 'Open it from the record it belongs to.' },
  },
  kindRefused: {
    status: 415,
    zh: '不接受这种文件（{kind}）。',
    en: 'Files of this kind are not accepted ({kind}).',
    remedy: {
      zh: '可以上传照片（JPG、PNG、WebP）、PDF、OFD、Word、Excel、PPT（新格式）、CSV、文本和 MP4 视频。',
      en: 'Photos (JPG, PNG, WebP), PDF, OFD, Word, Excel and PowerPoint (the newer formats), CSV, text and MP4 video are.',
    },
  },
  typeDiffers: {
    status: 415,
    zh: '文件名说是 {declared}，内容却是 {found}。',
    en: 'By its name this is {declared}, by its content {found}.',
    remedy: { zh: '请用正确的扩展名保存后再传。', en: 'Save it under the right extension and upload it again.' },
  },
  tooLarge: {
    status: 413,
    zh: '这类文件最大 {limitMegabytes} MB。',
    en: 'Files of this kind may have at most {limitMegabytes} MB.',
    remedy: { zh: '请压缩或拆分后再传。', en: 'Make it smaller or split it.' },
  },
  tooManyPixels: {
    status: 413,
    zh: '图片有 {width} × {height} 像素，超过 {limitMegapixels} 百万像素的上限。',
    en: 'The picture has {width} × {height} pixels, more than the limit of {limitMegapixels} megapixels.',
    remedy: { zh: '请缩小图片后再传。', en: 'Make the picture smaller.' },
  },
  macrosRefused: {
    status: 415,
    zh: '文件带有宏（程序代码），不接受。',
    en: 'The file carries macros (program code), which are not accepted.',
    remedy: {
      zh: '请另存为不带宏的 .docx、.xlsx、.pptx 或 PDF。',
      en: 'Save it without macros as .docx, .xlsx or .pptx, or as PDF.',
    },
  },
  broken: {
    status: 422,
    zh: '文件已损坏，打不开。',
    en: 'The file is damaged and cannot be opened.',
    remedy: newFile,
  },
  infected: {
    status: 422,
    zh: '安全扫描没有通过，文件未保存。',
    en: 'The security scan refused the file; it was not kept.',
    remedy: { zh: '请检查您的设备，换一个文件再传。', en: 'Check your device and choose another file.' },
  },
  scanFailed: {
    status: 503,
    zh: '安全扫描没有响应，文件未保存。',
    en: 'The security scan did not answer; the file was not kept.',
    remedy: { zh: '请稍后重试，或请管理员检查扫描程序。', en: 'Try again later, or have the scanner looked at.' },
  },
  storeFailed: {
    status: 503,
    zh: '文件存储没有响应（{reason}）。',
    en: 'The file store did not answer ({reason}).',
    remedy: {
      zh: '请稍后重试，或请管理员检查对象存储设置。',
      en: 'Try again later, or have the settings of the object store looked at.',
    },
  },
});
