export const zh = { title: '正在登录', again: '重新登录' };

export type Messages = typeof zh;
