import { definePermissions } from '#core/access';

export const filesPermissions = definePermissions('files', {
  add: { zh: '上传材料', en: 'Upload files', stageless: true },
  read: { zh: '查看上传的材料', en: 'See uploaded files', stageless: true },
});
