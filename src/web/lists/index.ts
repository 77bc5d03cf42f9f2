export type { ListColumn } from './list-column.ts';
export { LongList } from './long-list.tsx';
