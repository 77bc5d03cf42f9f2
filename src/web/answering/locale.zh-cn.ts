export const zh = { yes: '是', no: '否', notANumber: '请填一个数' };

export type Messages = typeof zh;
