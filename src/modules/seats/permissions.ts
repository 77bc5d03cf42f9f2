import { definePermissions } from '#core/access';

definePermissions('seats', {
  read: { zh: '查看学位需求与供给', en: 'See the demand for seats and their supply' },
  track: { zh: '登记住宅配建学校的进度', en: 'Record the steps of seats that housing owes' },
});
