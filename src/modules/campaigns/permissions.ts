import { definePermissions } from '#core/access';

export const campaignsPermissions = definePermissions('campaigns', {
  read: { zh: '查看专项检查', en: 'See campaigns' },
  organize: { zh: '组织专项检查', en: 'Organise campaigns' },
});
