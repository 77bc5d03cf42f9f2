import { definePermissions } from '#core/access';

export const practicePermissions = definePermissions('practice', {
  read: { zh: '查看试点和案例', en: 'See pilots and examples', stageless: true },
  apply: { zh: '申报试点、推荐案例', en: 'Apply for pilots, propose examples', stageless: true },
  reviewCounty: { zh: '县级审核试点', en: 'Review pilots for the county', stageless: true },
  reviewCity: { zh: '市级审核试点', en: 'Review pilots for the city', stageless: true },
  reviewProvince: { zh: '省级审批试点', en: 'Decide on pilots for the province', stageless: true },
  publish: { zh: '评审、发布和撤下案例', en: 'Review, publish and withdraw examples', stageless: true },
});
