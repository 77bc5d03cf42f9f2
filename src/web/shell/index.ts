export type { Screen } from './address.ts';
export { FieldLayout } from './field-layout.tsx';
export { Home, NoSuchPage } from './home.tsx';
export { Layout } from './layout.tsx';
export { useAreaName } from './use-area-name.ts';
export { useScreenName } from './use-screen-name.ts';
export { useView } from './use-view.ts';
